import type { TicketFolder, TicketKind, TicketPriority, TicketStatus } from '../tickets/index.ts';

/** What a bulk change may touch, by the names that PATCH /tickets has for it. */
export type TicketValues = {
  status: TicketStatus;
  priority: TicketPriority;
  kind: TicketKind;
  folder: TicketFolder;
  team: number | null;
  assignee: number | null;
  brand: number;
  inbox: number | null;
  tags: string[];
};

type Plain = Omit<TicketValues, 'tags'>;
export type Applied = { [Field in keyof Plain]?: { from: Plain[Field]; to: Plain[Field] } } & { tags?: { added: string[]; removed: string[] } };

const fields = ['status', 'priority', 'kind', 'folder', 'team', 'assignee', 'brand', 'inbox'] as const satisfies (keyof Plain)[];

/** What differs; null when nothing does. */
export function appliedBetween(before: TicketValues, after: TicketValues): Applied | null {
  const applied: Record<string, unknown> = {};
  for (const field of fields) if (before[field] !== after[field]) applied[field] = { from: before[field], to: after[field] };
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  const removed = before.tags.filter((tag) => !after.tags.includes(tag));
  if (added.length + removed.length > 0) applied['tags'] = { added, removed };
  return Object.keys(applied).length === 0 ? null : (applied as Applied); // one pair for each field, as above
}

export type BackPatch = { [Field in Exclude<keyof Plain, 'inbox'>]?: Plain[Field] } & { inbox?: number; add_tags?: string[]; remove_tags?: string[] };

/**
 * The patch that puts back what was applied, and the fields that somebody has changed since: those stay. A ticket does not
 * become new again; its first step back is open.
 */
export function takeBack(applied: Applied, now: TicketValues): { patch: BackPatch; kept: string[] } {
  const patch: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const field of fields) {
    const change = applied[field];
    if (!change) continue;
    if (now[field] === change.from) continue;
    if (now[field] !== change.to) kept.push(field);
    // Without an inbox before, the brand's own choice stands.
    else if (!(field === 'inbox' && change.from === null)) patch[field] = field === 'status' && change.from === 'new' ? 'open' : change.from;
  }
  const { added, removed } = applied.tags ?? { added: [], removed: [] };
  const remove = added.filter((tag) => now.tags.includes(tag));
  const add = removed.filter((tag) => !now.tags.includes(tag));
  if (remove.length > 0) patch['remove_tags'] = remove;
  if (add.length > 0) patch['add_tags'] = add;
  // Inbox and brand belong together: one alone would be refused.
  if (kept.includes('brand')) delete patch['inbox'];
  return { patch: patch as BackPatch, kept }; // one value for each field, as above
}
