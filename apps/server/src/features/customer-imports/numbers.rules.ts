import { foldName, showPhoneNumber } from '../customers/index.ts';
import type { Known, Whose } from './known.ts';
import type { Draft, RowNotice } from './person.rules.ts';

/**
 * Many people have the number of a switchboard. A number that leads to somebody who is clearly another is left out of the row;
 * `lines` keep it for the note. One of a customer whom the person does not see stays: nothing is told of that one.
 */
export function leaveOut(draft: Draft, whose: Whose): { draft: Draft; notices: RowNotice[]; lines: string[] } {
  const found = new Set(draft.emails.flatMap((address) => whose.get(`email:${address}`)?.key ?? []));
  const others = draft.phones.flatMap((phone) => {
    const known = whose.get(`phone:${phone}`);
    return known?.visible && !found.has(known.key) && isAnother(draft, known) ? [{ phone, known }] : [];
  });
  if (others.length === 0) return { draft, notices: [], lines: [] };
  const phones = draft.phones.filter((phone) => !others.some((other) => other.phone === phone));
  return { draft: { ...draft, phones }, notices: others.map(noticeOf), lines: others.map(({ phone }) => `Tel. ${showPhoneNumber(phone).text}`) };
}

/** Somebody of the same name is the same person, whatever their address; of another name, or without one but with another address, is not. */
function isAnother(draft: Draft, known: Known): boolean {
  const [name, theirs] = [foldName(draft.name).join(' '), foldName(known.name).join(' ')];
  if (name !== '' && theirs !== '') return name !== theirs;
  // None of the row's addresses leads to them, so that any of theirs is another.
  return draft.emails.length > 0 && known.email !== null;
}

function noticeOf({ phone, known }: { phone: string; known: Known }): RowNotice {
  return known.customerId === null ? { code: 'number_of_row', value: phone, whose: String(known.row) } : { code: 'number_of_customer', value: phone, whose: known.name || (known.email ?? '') };
}
