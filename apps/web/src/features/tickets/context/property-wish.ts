import { createStore } from '../../../lib/store.ts';

/** What the ticket's card can open by name, besides what the header has. */
export type WishedProperty = 'subject' | 'team' | 'kind' | 'language' | 'brand';

/** Somebody asked for it in the command bar: the panel comes forward, and what changes it opens. */
export const propertyWish = createStore<{ ticket: number; property: WishedProperty } | null>(null);
