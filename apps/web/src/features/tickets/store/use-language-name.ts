import { useCallback } from 'react';
import { useTranslator } from '../../../lib/i18n.ts';

/** "sv" → "Swedish", in the agent's language and by the browser's own table; any language, not only ours. */
export function useLanguageName(): (code: string) => string {
  const { language } = useTranslator();
  return useCallback(
    (code) => {
      try {
        return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
      } catch {
        return code;
      }
    },
    [language],
  );
}
