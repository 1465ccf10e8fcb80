import { Problem } from '../../platform/errors/problem.ts';
import type { Place } from './place.ts';
import type { PasskeyRow } from './passkeys.queries.ts';
import type { Assertion, Attestation } from './passkeys.schemas.ts';

/** EdDSA, ES256, RS256 (RFC 8152, RFC 8812), in the order that we like them. */
export const algorithms = [-8, -7, -257];

/**
 * The challenge that a browser says it was asked, which is looked up before anything else is believed.
 * @throws Problem passkey_refused
 */
export function challengeIn(clientData: string): string {
  try {
    const { challenge, crossOrigin } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as { challenge?: unknown; crossOrigin?: unknown };
    // Our pages stand in nobody's frame.
    if (typeof challenge === 'string' && crossOrigin !== true) return challenge;
  } catch {
    // no JSON
  }
  throw new Problem('passkey_refused');
}

export type Attested = { credentialId: Buffer; publicKey: Buffer; counter: number; synced: boolean; aaguid: string };

/** What a new passkey says of itself, once all of it has been checked but the challenge's age. @throws Problem passkey_refused */
export async function checkAttestation(given: Attestation, challenge: string, place: Place): Promise<Attested> {
  return refused(async () => {
    const [{ verifyRegistrationResponse }, { decodeAttestationObject }] = await Promise.all([import('@simplewebauthn/server'), import('@simplewebauthn/server/helpers')]);
    const statement = decodeAttestationObject(new Uint8Array(Buffer.from(given.attestation, 'base64url')));
    // We ask for none, so that nobody's certificates are read, nor any lists of withdrawn ones fetched from where they say.
    const format = statement.get('fmt');
    if (format !== 'none' && (format !== 'packed' || statement.get('attStmt').get('x5c'))) throw new Error('an attestation that nobody asked for');
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id: given.id, rawId: given.id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: given.client_data, attestationObject: given.attestation } },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) throw new Error('not verified');
    const { credential, credentialBackedUp, aaguid } = registrationInfo;
    const credentialId = Buffer.from(credential.id, 'base64url');
    if (credential.id !== given.id || credentialId.length < 16 || credentialId.length > 1023) throw new Error('an id that is none');
    return { credentialId, publicKey: Buffer.from(credential.publicKey), counter: credential.counter, synced: credentialBackedUp, aaguid };
  });
}

/**
 * Whether the passkey's own key signed the challenge for this place, and the person was asked for a finger, a face or a PIN.
 * The count is left to the caller. @throws Problem passkey_refused
 */
export async function checkAssertion(given: Assertion, challenge: string, passkey: PasskeyRow, place: Place): Promise<{ counter: number; synced: boolean }> {
  return refused(async () => {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: given.id, rawId: given.id, type: 'public-key', clientExtensionResults: {},
        response: { clientDataJSON: given.client_data, authenticatorData: given.authenticator_data, signature: given.signature, userHandle: given.user_handle ?? undefined },
      },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      requireUserVerification: true,
      credential: { id: given.id, publicKey: new Uint8Array(passkey.public_key), counter: 0 },
    });
    if (!verified) throw new Error('not verified');
    return { counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
  });
}

/** The library throws what it does not like; which part that was is nobody's business but an attacker's. */
async function refused<Result>(check: () => Promise<Result>): Promise<Result> {
  try {
    return await check();
  } catch {
    throw new Problem('passkey_refused');
  }
}
