import type { Known, Whose } from './known.ts';
import { limits } from './limits.ts';
import { leaveOut } from './numbers.rules.ts';
import type { Draft, RowNotice, RowProblem } from './person.rules.ts';

/** What a row gives to somebody who is there already; only what is empty is filled, nothing is replaced. */
export type Adds = { emails?: string[]; phones?: string[]; name?: string; language?: string; organization?: string; note?: string; brand?: number };

/** Which organization the row leads to: its id, a name that will be made, or none. */
export type Belongs = { id: number | 'new' | null; name: string };

/** `draft`: the row without the numbers that belong to somebody else. */
export type Decision =
  | { outcome: 'new'; draft: Draft; notices: RowNotice[] }
  | { outcome: 'adds'; draft: Draft; known: Known; adds: Adds; notices: RowNotice[] }
  | { outcome: 'unchanged'; draft: Draft; known: Known; notices: RowNotice[] }
  | { outcome: 'refused'; problems: RowProblem[] };

export function addressKey(kind: 'email' | 'phone', address: string): string {
  return `${kind}:${address}`;
}

export function addressesOf({ emails, phones }: Pick<Draft, 'emails' | 'phones'>): { kind: 'email' | 'phone'; address: string }[] {
  return [...emails.map((address) => ({ kind: 'email' as const, address })), ...phones.map((address) => ({ kind: 'phone' as const, address }))];
}

/**
 * What happens with a row. `whose` says to whom an address belongs. A row with addresses of two people is refused, for it
 * would make one of them; a number of somebody who is clearly another (a switchboard) is left out and stands in the note.
 */
export function decide(given: Draft, whose: Whose, belongs: Belongs): Decision {
  const { draft, notices: shared, lines } = leaveOut(given, whose);
  const owners = new Map<string, { known: Known; address: string }>();
  for (const { kind, address } of addressesOf(draft)) {
    const known = whose.get(addressKey(kind, address));
    if (known && !owners.has(known.key)) owners.set(known.key, { known, address });
  }
  const notices: RowNotice[] = [...(draft.organization !== null && belongs.id === null ? [{ code: 'organization_unknown' as const, value: draft.organization }] : []), ...shared];
  const [first, second] = owners.values();
  const hidden = [...owners.values()].find(({ known }) => !known.visible);
  if (hidden) return refused('address_taken', hidden.address);
  if (second) return refused('two_people', second.address);
  if (!first) {
    if (draft.emails.length + draft.phones.length === 0) notices.push({ code: 'no_address', value: '' });
    const note = [draft.note, ...lines].filter((part) => part !== '').join('\n\n');
    if (note.length > limits.note) return { outcome: 'refused', problems: [{ code: 'too_long', field: 'note', value: note.slice(0, 100) }] };
    return { outcome: 'new', draft: { ...draft, note }, notices };
  }
  const { known } = first;
  if (known.customerId === null) notices.push({ code: 'same_as_row', value: String(known.row) });
  if (draft.name !== '' && known.name !== '' && draft.name !== known.name) notices.push({ code: 'name_kept', value: known.name });
  const adds = addsOf(draft, lines, known, whose, belongs);
  const added = addedBy(adds);
  if (added > 0 && known.addresses + added > limits.addresses) return { outcome: 'refused', problems: [{ code: 'too_many_addresses', field: adds.emails ? 'email' : 'phone', value: '' }] };
  if (adds.note !== undefined && noteAfter(known.note, adds.note).length > limits.note) return { outcome: 'refused', problems: [{ code: 'too_long', field: 'note', value: adds.note.slice(0, 100) }] };
  return Object.keys(adds).length > 0 ? { outcome: 'adds', draft, known, adds, notices } : { outcome: 'unchanged', draft, known, notices };
}

function refused(code: RowProblem['code'], address: string): Decision {
  return { outcome: 'refused', problems: [{ code, field: address.includes('@') ? 'email' : 'phone', value: address }] };
}

function addsOf(draft: Draft, lines: readonly string[], known: Known, whose: Whose, belongs: Belongs): Adds {
  const emails = draft.emails.filter((address) => !whose.has(addressKey('email', address)));
  const phones = draft.phones.filter((address) => !whose.has(addressKey('phone', address)));
  const note = [draft.note, ...lines].filter((part) => part !== '' && !known.note.includes(part)).join('\n\n');
  return {
    ...(emails.length > 0 ? { emails } : {}),
    ...(phones.length > 0 ? { phones } : {}),
    ...(known.name === '' && draft.name !== '' ? { name: draft.name } : {}),
    ...(known.language === null && draft.language !== null ? { language: draft.language } : {}),
    ...(known.organizationId === null && belongs.id !== null ? { organization: belongs.name } : {}),
    ...(note === '' ? {} : { note }),
    ...(known.brands.has(draft.brand) ? {} : { brand: draft.brand }),
  };
}

function addedBy({ emails = [], phones = [] }: Adds): number {
  return emails.length + phones.length;
}

/** A further note stands below the one that is there. */
export function noteAfter(note: string, added: string): string {
  return note === '' ? added : `${note}\n\n${added}`;
}

/** The person as the row leaves them, for the rows that follow. */
export function absorb(known: Known, adds: Adds, belongs: Belongs): void {
  known.name = adds.name ?? known.name;
  known.language = adds.language ?? known.language;
  if (adds.organization !== undefined) known.organizationId = belongs.id;
  if (adds.note !== undefined) known.note = noteAfter(known.note, adds.note);
  if (adds.brand !== undefined) known.brands.add(adds.brand);
  known.addresses += addedBy(adds);
  known.email ??= adds.emails?.[0] ?? null;
}

/** Somebody whom a row makes. */
export function knownOfRow(row: number, draft: Draft, belongs: Belongs, customerId: number | null = null): Known {
  return {
    key: `r${row}`, customerId, row, visible: true,
    name: draft.name, language: draft.language, organizationId: belongs.id, note: draft.note, brands: new Set([draft.brand]),
    addresses: draft.emails.length + draft.phones.length,
    email: draft.emails[0] ?? null,
  };
}
