import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormats } from '../../../../lib/i18n.ts';
import { chooseText, fillNote, fillText, fillWords, hasPlaceholders, type MacroText } from '../../macros/fill-text.ts';
import { macrosOptions, placeholdersOptions } from '../../macros/macro-queries.ts';
import { macrosFor, searchMacros } from '../../macros/search-macros.ts';
import type { Macro, PlaceholderValues } from '../../macros/types.ts';
import type { TicketDetail } from '../../store/types.ts';

/** A macro's text as it will stand on this ticket. */
export interface Filled {
  text: MacroText;
  html: string;
  /** Placeholders without a value here */
  empty: string[];
}

export interface MacroSearch {
  found: readonly Macro[];
  /** Those of the ticket's brand, whatever is typed */
  count: number;
  error: unknown;
  /** Null of a macro that only acts; `undefined` while what it is filled in with is on its way */
  fill(macro: Macro, language: string | null): Filled | null | undefined;
  /** The beginning of its text in words, as far as it can be filled in; null of one that only acts */
  lineOf(macro: Macro): string | null;
  /** The customer's language, then the brand's */
  languages: readonly string[];
}

const none: readonly Macro[] = [];

/** Where there is no ticket yet: its brand, and what is known to fill in. Of what can be used there the text alone counts. */
export interface NewGround {
  brand: { id: number };
  values: Pick<PlaceholderValues, 'values' | 'hours' | 'languages'>;
}

const textOnly = (macro: Macro): Macro => ({ ...macro, actions: {}, message: null });

/** What can be used on a ticket, found and filled in without asking the server again. */
export function useMacroSearch(ticket: TicketDetail | NewGround, typed: string): MacroSearch {
  const { compare } = useFormats();
  const macros = useQuery(macrosOptions);
  const given = 'values' in ticket ? ticket.values : null;
  const ofTicket = useQuery({ ...placeholdersOptions('number' in ticket ? ticket.number : 0), enabled: given === null });
  const values = given ?? ofTicket.data;
  const isNew = given !== null;
  const offered = useMemo(() => {
    const all = macros.data ? macrosFor(macros.data, ticket.brand.id) : none;
    if (isNew) return all.filter(({ texts }) => texts.length > 0).map(textOnly);
    return values ? all.map((macro) => (hasPlaceholders(macro.actions.note) ? { ...macro, actions: { ...macro.actions, note: fillNote(macro.actions.note ?? '', values) } } : macro)) : all;
  }, [macros.data, ticket.brand.id, isNew, values]);
  const found = useMemo(() => searchMacros(offered, typed, { now: Date.now(), compare }), [offered, typed, compare]);
  return useMemo(
    () => ({
      found,
      count: offered.length,
      error: macros.error ?? ofTicket.error,
      languages: values?.languages ?? [],
      lineOf(macro) {
        const text = chooseText(macro, values?.languages ?? []);
        return text && (values ? fillWords(text, values) : text.text).slice(0, 200);
      },
      fill(macro, language) {
        const text = macro.texts.find((each) => each.language === language) ?? chooseText(macro, values?.languages ?? []);
        if (!text) return values || !hasPlaceholders(macro.actions.note) ? null : undefined;
        return values && { text, ...fillText(text, values) };
      },
    }),
    [found, offered, macros.error, ofTicket.error, values],
  );
}
