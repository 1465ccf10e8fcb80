import type { z } from 'zod';
import { algorithms } from './ceremonies.ts';
import { challengeLife } from './challenges.ts';
import type { PasskeyRow } from './passkeys.queries.ts';
import type { creationOptions, passkeyShape, requestOptions } from './passkeys.schemas.ts';
import type { Place } from './place.ts';

export function toPasskey(row: PasskeyRow, rpId: string | null): z.input<typeof passkeyShape> {
  const { id, name, synced, last_used_at, created_at } = row;
  return {
    id, name, synced,
    credential: row.credential_id.toString('base64url'),
    usable: row.rp_id === rpId,
    barred: row.barred_at !== null,
    last_used_at: last_used_at?.toISOString() ?? null,
    created_at: created_at.toISOString(),
  };
}

const toCredential = (row: PasskeyRow) => ({ type: 'public-key' as const, id: row.credential_id.toString('base64url'), transports: row.transports });

export function toRequestOptions(challenge: string, { rpId }: Place, of: PasskeyRow[]): z.input<typeof requestOptions> {
  return { challenge, timeout: challengeLife, rpId, allowCredentials: of.filter((row) => row.rp_id === rpId && row.barred_at === null).map(toCredential), userVerification: 'required' };
}

/** The handle is the user's id: random, and nothing that tells who it is (Web Authentication Level 3, §14.6.1). */
export function toCreationOptions(challenge: string, { rpId }: Place, person: { userId: string; email: string; name: string }, has: PasskeyRow[]): z.input<typeof creationOptions> {
  return {
    challenge,
    timeout: challengeLife,
    rp: { id: rpId, name: 'Ombud' },
    user: { id: Buffer.from(person.userId).toString('base64url'), name: person.email, displayName: person.name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: has.filter((row) => row.rp_id === rpId).map(toCredential),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  };
}
