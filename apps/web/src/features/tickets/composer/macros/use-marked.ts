import { useEffect, useState } from 'react';
import type { Macro } from '../../macros/types.ts';
import type { Filled, MacroSearch } from './use-macro-search.ts';

interface Wish {
  typed: string;
  macro: number;
  language: string | null;
}

/**
 * Which of the found ones is marked, and in which language it is shown; both go back to the beginning with another search.
 * One that is taken while its text is still being filled in is handed over when it is, unless something else is typed or marked meanwhile.
 */
export function useMarked(search: MacroSearch, typed: string, onTake: (macro: Macro, filled: Filled | null) => void) {
  const [state, setState] = useState<{ typed: string; at: number; language: string | null }>({ typed, at: 0, language: null });
  const [wish, setWish] = useState<Wish | null>(null);
  const { at, language } = state.typed === typed ? state : { at: 0, language: null };
  const active = Math.max(0, Math.min(at, search.found.length - 1));
  const macro = search.found[active];
  const mark = (index: number) => setState({ typed, at: index, language: null });

  /** False where there is nothing to take. */
  function take(taken: Macro | undefined = macro, as: string | null = language): boolean {
    const now = taken && search.fill(taken, as);
    if (!taken || (now === undefined && search.error)) return false;
    if (now === undefined) setWish({ typed, macro: taken.id, language: as });
    else onTake(taken, now);
    return true;
  }
  const wanted = wish && macro?.id === wish.macro && wish.typed === typed && wish.language === language && !search.error ? macro : null;
  const filled = wanted ? search.fill(wanted, language) : undefined;
  useEffect(() => {
    if (!wish || (wanted && filled === undefined)) return;
    setWish(null);
    if (wanted && filled !== undefined) onTake(wanted, filled);
  }, [wish, wanted, filled, onTake]);

  return {
    active,
    macro,
    take,
    language,
    mark,
    move: (by: number) => mark((active + by + search.found.length) % Math.max(1, search.found.length)),
    choose: (code: string) => setState({ typed, at: active, language: code }),
    /** The next language of the marked one; false when there is no other. */
    nextLanguage(): boolean {
      if (!macro || macro.texts.length < 2) return false;
      const shown = search.fill(macro, language)?.text.language;
      const now = macro.texts.findIndex((text) => text.language === shown);
      setState({ typed, at: active, language: macro.texts[(now + 1) % macro.texts.length]?.language ?? null });
      return true;
    },
  };
}
