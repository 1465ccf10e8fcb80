import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormats } from '../../../../lib/i18n.ts';
import { chooseText, fillText, type MacroText } from '../../macros/fill-text.ts';
import { macrosOptions, placeholdersOptions } from '../../macros/macro-queries.ts';
import { macrosFor, searchMacros } from '../../macros/search-macros.ts';
import type { Macro } from '../../macros/types.ts';
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
  /** The customer's language, then the brand's */
  languages: readonly string[];
}

const none: readonly Macro[] = [];

/** What can be used on a ticket, found and filled in without asking the server again. */
export function useMacroSearch(ticket: TicketDetail, typed: string): MacroSearch {
  const { compare } = useFormats();
  const macros = useQuery(macrosOptions);
  const values = useQuery(placeholdersOptions(ticket.number));
  const offered = useMemo(() => (macros.data ? macrosFor(macros.data, ticket.brand.id) : none), [macros.data, ticket.brand.id]);
  const found = useMemo(() => searchMacros(offered, typed, { now: Date.now(), compare }), [offered, typed, compare]);
  return useMemo(
    () => ({
      found,
      count: offered.length,
      error: macros.error ?? values.error,
      languages: values.data?.languages ?? [],
      fill(macro, language) {
        const text = macro.texts.find((each) => each.language === language) ?? chooseText(macro, values.data?.languages ?? []);
        if (!text) return null;
        return values.data && { text, ...fillText(text, values.data) };
      },
    }),
    [found, offered, macros.error, values.error, values.data],
  );
}
