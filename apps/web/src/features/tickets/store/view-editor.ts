import { createStore } from '../../../lib/store.ts';
import type { SavedView } from './types.ts';
import type { ListFilter } from './view-filters.ts';

/** What the editor of views was opened for: a view to change, a view to begin with, or the list that is shown. */
export type Editing = { edit: SavedView } | { copy: SavedView } | { from: ListFilter } | null;

export const editing = createStore<Editing>(null);

export function openEditor(what: Editing): void {
  editing.set(what);
}
