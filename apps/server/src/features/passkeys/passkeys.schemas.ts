import { z } from 'zod';
import { id, line, moment } from '../../platform/http/shapes.ts';

/** Bytes in base64url without padding, as browsers' JSON has them; `most` letters. */
const bytes = (most: number) => z.string().min(1).max(most).regex(/^[A-Za-z0-9_-]+$/);

/** What `navigator.credentials.get()` gave, in base64url. */
export const assertion = z.strictObject({
  id: bytes(1364).describe('Of the credential'),
  client_data: bytes(4_000).describe('clientDataJSON'),
  authenticator_data: bytes(4_000),
  signature: bytes(2_000),
  user_handle: bytes(88).nullish(),
});
export type Assertion = z.infer<typeof assertion>;

/** What `navigator.credentials.create()` gave. */
export const attestation = z.strictObject({
  id: bytes(1364).describe('Of the credential'),
  client_data: bytes(4_000).describe('clientDataJSON'),
  attestation: bytes(20_000).describe('attestationObject'),
  transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).max(10).default([]),
});
export type Attestation = z.infer<typeof attestation>;

const credential = z.object({ type: z.literal('public-key'), id: z.string(), transports: z.array(z.string()) });
const common = { challenge: z.string().describe('Good once, for ten minutes, in this browser'), timeout: z.int().describe('Milliseconds') };

/** PublicKeyCredentialRequestOptionsJSON of the standard. */
export const requestOptions = z
  .object({ ...common, rpId: z.string(), allowCredentials: z.array(credential).describe('Empty: any that the person has'), userVerification: z.literal('required') })
  .meta({ id: 'PasskeyRequestOptions', description: 'For navigator.credentials.get(), as PublicKeyCredentialRequestOptionsJSON' });

/** PublicKeyCredentialCreationOptionsJSON of the standard. */
export const creationOptions = z
  .object({
    ...common,
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
    excludeCredentials: z.array(credential),
    authenticatorSelection: z.object({ residentKey: z.literal('required'), requireResidentKey: z.literal(true), userVerification: z.literal('required') }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreationOptions', description: 'For navigator.credentials.create(), as PublicKeyCredentialCreationOptionsJSON' });

/** The password, or one of the own passkeys: an open screen alone must not be enough. */
export const ownProof = z.strictObject({
  password: z.string().min(1).max(256).regex(/^[^\0]*$/).optional().describe('The own password, or'),
  passkey: assertion.optional().describe('an answer to POST /api/v1/me/passkeys/prove'),
});
export type OwnProof = z.infer<typeof ownProof>;

export const passkeyShape = z
  .object({
    id,
    name: z.string(),
    credential: z.string().describe('Its id, in base64url'),
    synced: z.boolean().describe('Kept by an account that its owner has on several devices'),
    usable: z.boolean().describe('false: it is made for another address than the present one'),
    barred: z.boolean().describe('Its count went back, so there may be a copy; it opens nothing any more'),
    last_used_at: moment.nullable(),
    created_at: moment,
  })
  .meta({ id: 'Passkey' });

export const passkeyList = z
  .object({
    items: z.array(passkeyShape),
    next_cursor: z.null(),
    possible: z.enum(['yes', 'ip_address', 'insecure']).describe('Whether browsers have passkeys at the public address of this desk; why not'),
    address: z.string().describe('Where they work'),
  })
  .meta({ id: 'Passkeys' });

export const passkeyName = line(100);
