import type { UiTexts } from '@ombud/ui';
import { useMemo } from 'react';
import { useFormats, useT } from './i18n.ts';
import { ownKeys, shownKeys, singleKeys } from './keys/registry.ts';
import { useStore } from './store.ts';

/** What the parts of packages/ui say, in the agent's language. */
export function useUiTextsOfLanguage(): UiTexts {
  const t = useT();
  const formats = useFormats();
  const own = useStore(ownKeys);
  const single = useStore(singleKeys);
  return useMemo(
    () => ({
      close: t('common.close'),
      clear: t('common.clear'),
      open: t('common.open'),
      notifications: t('common.notifications'),
      noMatches: t('common.noMatches'),
      loading: t('common.loading'),
      relativeTime: formats.relative,
      absoluteTime: formats.fullDateTime,
      fileSize: formats.fileSize,
      shownKeys,
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is shown of keys follows the two settings
    [t, formats, own, single],
  );
}
