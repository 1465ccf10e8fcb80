import { generateKeyPair, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { domainOf, openKey } from './sender-keys.ts';
import { findKey, keepKey, removeKey, stopKey } from './sender-keys.queries.ts';

type Inbox = { id: number; brand_id: number; address: string };
type Wired = Pick<Context, 'db' | 'sealer' | 'clock' | 'wake'>;

/** Of RFC 6376; 2048 bits are what receivers ask for (RFC 8301 §3.2). */
const newPair = promisify(generateKeyPair);
const bits = 2048;

/** Has mail from the inbox's domain signed: with a new key, or with the one that was stopped. */
export async function signDomain(context: Wired, actor: AgentActor, inbox: Inbox): Promise<void> {
  const { workspaceId } = actor.scope;
  const domain = domainOf(inbox.address);
  const there = await findKey(context.db, workspaceId, domain);
  const isGood = there !== null && openKey(context, there) !== null;
  if (isGood && there.stopped_at === null) return;
  const made = isGood ? null : await newKey(context);
  await context.db.transaction().execute(async (tx) => {
    if (there && made) await removeKey(tx, workspaceId, domain);
    if (made) await keepKey(tx, workspaceId, { domain, ...made });
    else await stopKey(tx, workspaceId, domain, null);
    await tell(tx, actor, inbox);
  });
  context.wake.say('events');
}

/** The key is kept: its record holds again when signing is taken up. @throws Problem not_found where there is none */
export async function stopSigning(context: Wired, actor: AgentActor, inbox: Inbox): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    if (!(await stopKey(tx, actor.scope.workspaceId, domainOf(inbox.address), context.clock.now()))) throw notFound('sender_key');
    await tell(tx, actor, inbox);
  });
  context.wake.say('events');
}

async function newKey({ sealer }: Pick<Wired, 'sealer'>): Promise<{ selector: string; publicKey: string; privateKeySealed: string }> {
  const { publicKey, privateKey } = await newPair('rsa', { modulusLength: bits, publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  // Another workspace, or another installation, may sign for the same domain: its record stands beside ours.
  const selector = `ombud${randomInt(36 ** 6).toString(36).padStart(6, '0')}`;
  return { selector, publicKey: publicKey.toString('base64'), privateKeySealed: sealer.seal(privateKey) };
}

async function tell(tx: Tx, actor: AgentActor, inbox: Inbox): Promise<void> {
  await appendEvent(tx, actor, { type: 'inbox.updated', brandId: inbox.brand_id, data: { inbox_id: inbox.id, changes: { sender_key: true } } });
}
