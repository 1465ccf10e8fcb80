import { useState } from 'react';
import type { MacroSearch } from './use-macro-search.ts';

/** Which of the found ones is marked, and in which language it is shown; both go back to the beginning with another search. */
export function useMarked(search: MacroSearch, typed: string) {
  const [state, setState] = useState<{ typed: string; at: number; language: string | null }>({ typed, at: 0, language: null });
  const { at, language } = state.typed === typed ? state : { at: 0, language: null };
  const active = Math.max(0, Math.min(at, search.found.length - 1));
  const mark = (index: number) => setState({ typed, at: index, language: null });
  return {
    active,
    macro: search.found[active],
    language,
    mark,
    move: (by: number) => mark((active + by + search.found.length) % Math.max(1, search.found.length)),
    choose: (code: string) => setState({ typed, at: active, language: code }),
    /** The next language of the marked one; false when there is no other. */
    nextLanguage(): boolean {
      const macro = search.found[active];
      if (!macro || macro.texts.length < 2) return false;
      const shown = search.fill(macro, language)?.text.language;
      const now = macro.texts.findIndex((text) => text.language === shown);
      setState({ typed, at: active, language: macro.texts[(now + 1) % macro.texts.length]?.language ?? null });
      return true;
    },
  };
}
