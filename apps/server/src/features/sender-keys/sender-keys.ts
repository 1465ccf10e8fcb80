import { domainToASCII } from 'node:url';
import type { Context } from '../../context.ts';
import { readTexts } from '../../platform/mail/read-texts.ts';
import { findKey, listKeys, noteRecord, type SenderKey } from './sender-keys.queries.ts';

/** What is looked at in an hour in one workspace. */
const mostDomains = 100;
/** Bytes of a mail that are kept in memory until its signature is known, which goes before them; the rest goes to a file. */
const heldInMemory = 2_000_000;

/** As DNS has it; empty where the address has no domain that could stand there. */
export const domainOf = (address: string): string => domainToASCII(address.slice(address.lastIndexOf('@') + 1)).toLowerCase();

/** Where the record stands (RFC 6376 §3.6.2.1). */
export const recordName = ({ selector, domain }: Pick<SenderKey, 'selector' | 'domain'>): string => `${selector}._domainkey.${domain}`;
export const recordText = ({ public_key }: Pick<SenderKey, 'public_key'>): string => `v=DKIM1; k=rsa; p=${public_key}`;

export type RecordSeen = 'there' | 'missing' | 'other' | 'unknown';

/** Looks for the record of a key, and signs from the moment that it is there until it is gone. What DNS does not answer changes nothing. */
export async function lookForRecord({ db, dns, clock }: Pick<Context, 'db' | 'dns' | 'clock'>, workspaceId: number, key: SenderKey): Promise<{ seen: RecordSeen; found: string[] }> {
  const found = await readTexts(dns, recordName(key));
  if (found === null) return { seen: 'unknown', found: [] };
  const seen = found.length === 0 ? 'missing' : found.some((record) => keyIn(record) === key.public_key) ? 'there' : 'other';
  if ((seen === 'there') !== (key.signs_since !== null)) await noteRecord(db, workspaceId, key.domain, seen === 'there' ? clock.now() : null);
  return { seen, found };
}

/** The key in a record (RFC 6376 §3.6.1), whatever white space a name server's form has put into it. */
function keyIn(record: string): string {
  return (/(?:^|;)\s*p\s*=([^;]*)/i.exec(record)?.[1] ?? '').replace(/\s+/g, '');
}

/** For the upkeep: whoever has published a record need not come back to say so. */
export async function lookForRecords(context: Pick<Context, 'db' | 'dns' | 'clock'>, workspaceId: number): Promise<void> {
  for (const key of await listKeys(context.db, workspaceId, mostDomains)) await lookForRecord(context, workspaceId, key);
}

export type Signature = { domainName: string; keySelector: string; privateKey: string; cacheDir: string; cacheTreshold: number };

/** The key itself; null when it was sealed with another secret than this installation has now. */
export function openKey({ sealer }: Pick<Context, 'sealer'>, { private_key_sealed }: Pick<SenderKey, 'private_key_sealed'>): string | null {
  try {
    return sealer.open(private_key_sealed);
  } catch {
    return null;
  }
}

/** How mail from an address is signed; undefined where it is not. A key that cannot be opened keeps no mail back. */
export async function signatureOf(context: Pick<Context, 'db' | 'sealer' | 'files' | 'log'>, workspaceId: number, address: string): Promise<Signature | undefined> {
  const domain = domainOf(address);
  const key = domain === '' ? null : await findKey(context.db, workspaceId, domain);
  if (!key || key.signs_since === null || key.stopped_at !== null) return undefined;
  const privateKey = openKey(context, key);
  if (privateKey === null) {
    context.log.warn({ workspace: workspaceId }, 'mail is not signed: the key of its domain was sealed with another secret');
    return undefined;
  }
  return { domainName: domain, keySelector: key.selector, privateKey, cacheDir: await context.files.scratch(), cacheTreshold: heldInMemory };
}
