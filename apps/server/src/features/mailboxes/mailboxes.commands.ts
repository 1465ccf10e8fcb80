import type { Actor } from '../../platform/auth/actor.ts';
import type { Sealer } from '../../platform/auth/sealer.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findInbox } from '../inboxes/index.ts';
import { deleteMailbox, findMailbox, saveFolders, saveMailbox, type MailboxRow } from './mailboxes.queries.ts';
import { isSameAccount, isSameDoor, type Door } from './mailboxes.rules.ts';
import type { MailboxBody } from './mailboxes.schemas.ts';

/** @throws Problem not_found; invalid_input on `password` when none is given and the stored one was given for another server or account */
export async function setMailbox(tx: Tx, actor: Actor, seal: Sealer, inboxId: number, body: MailboxBody): Promise<void> {
  const inbox = await findInbox(tx, actor.scope, inboxId, { lock: true });
  if (!inbox) throw notFound('inbox');
  const { workspaceId } = actor.scope;
  const before = await findMailbox(tx, actor.scope, inboxId, { lock: true });
  const { folders, password, import_from, ...settings } = body;
  const importFrom = new Date(import_from);
  await saveMailbox(tx, workspaceId, inboxId, { ...settings, import_from: importFrom, password_sealed: settings.sign_in !== 'password' ? null : password === undefined ? keptPassword(before, settings) : seal.seal(password) });
  const afresh = before !== null && (!isSameAccount(before, settings) || importFrom < before.import_from);
  await saveFolders(tx, workspaceId, inboxId, [...new Set(folders)], { afresh });
  await appendEvent(tx, actor, { type: 'inbox.updated', brandId: inbox.brand_id, data: { inbox_id: inboxId, changes: { mailbox: true } } });
}

export function keptPassword(before: MailboxRow | null, door: Door): string {
  if (before?.password_sealed && isSameDoor(before, door)) return before.password_sealed;
  throw fieldProblem('password', 'invalid_type', 'The password of this account');
}

/** Forgets the mailbox and its password; mail that was fetched stays, and so does everything on the server. */
export async function removeMailbox(tx: Tx, actor: Actor, inboxId: number): Promise<void> {
  const before = await findMailbox(tx, actor.scope, inboxId, { lock: true });
  if (!before) throw notFound('mailbox');
  await deleteMailbox(tx, actor.scope.workspaceId, inboxId);
  await appendEvent(tx, actor, { type: 'inbox.updated', brandId: before.brand_id, data: { inbox_id: inboxId, changes: { mailbox: true } } });
}
