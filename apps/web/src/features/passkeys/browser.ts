import type { Shape } from '@ombud/sdk';
import { api, type Body } from '../../lib/api.ts';
import { say } from '../../lib/i18n.ts';
import { problemText } from '../../lib/problem.ts';

/** What a passkey signed, as our API takes it. */
export type Assertion = Body<'/api/auth/sign-in/passkey', 'post'>;
type Transport = NonNullable<Body<'/api/v1/me/passkeys', 'post'>['credential']['transports']>[number];

const transports: readonly string[] = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] satisfies Transport[];
/** Newer ones say nothing to us yet. */
const isTransport = (word: string): word is Transport => transports.includes(word);

/** Why the browser gave no passkey; `replaced`: it was asked for something else meanwhile. */
export class PasskeyStop extends Error {
  readonly why: 'cancelled' | 'known' | 'address' | 'failed' | 'replaced';

  constructor(why: PasskeyStop['why']) {
    super(why);
    this.name = 'PasskeyStop';
    this.why = why;
  }
}

/** The browser's own code is large enough to come only to those who need it. */
const library = () => import('@simplewebauthn/browser');

/** Browsers have passkeys at https and localhost alone, and at no number in place of a name. */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname);
}

/** Whether passkeys can be offered among what the browser fills in. */
export async function canFillIn(): Promise<boolean> {
  return canUsePasskeys() && (await library()).browserSupportsWebAuthnAutofill();
}

export async function signInByPasskey({ fillIn = false } = {}): Promise<void> {
  const options = await api.post('/api/auth/sign-in/passkey/begin');
  await api.post('/api/auth/sign-in/passkey', { body: await ask(options, fillIn) });
}

/** A passkey in place of the password, where that is asked for again. */
export async function provePasskey(): Promise<Assertion> {
  return ask(await api.post('/api/v1/me/passkeys/prove'), false);
}

/** Has the browser make one, and adds it. */
export async function makePasskey(options: Shape<'PasskeyCreationOptions'>): Promise<Shape<'AddedPasskey'>> {
  const { startRegistration } = await library();
  const { id, response } = await orStop(() => startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'] })); // transports are the browser's own words, which we gave back
  const known = (response.transports ?? []).filter(isTransport);
  return api.post('/api/v1/me/passkeys', { body: { credential: { id, client_data: response.clientDataJSON, attestation: response.attestationObject, transports: known } } });
}

/** Leaves off what is being asked, without a word. */
export async function stopAsking(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

/** What keeps the passkey is told that it opens nothing any more, where the browser can. */
export async function forgetPasskey(credentialId: string): Promise<void> {
  const browser = window.PublicKeyCredential as unknown as { signalUnknownCredential?(options: { rpId: string; credentialId: string }): Promise<void> }; // newer than TypeScript's list
  await browser.signalUnknownCredential?.({ rpId: location.hostname, credentialId }).catch(() => undefined);
}

export function passkeyText(error: unknown): string {
  return error instanceof PasskeyStop && error.why !== 'replaced' ? say(`passkeys.stop.${error.why}`) : problemText(error);
}

async function ask(options: Shape<'PasskeyRequestOptions'>, fillIn: boolean): Promise<Assertion> {
  const { startAuthentication } = await library();
  const optionsJSON = options as Parameters<typeof startAuthentication>[0]['optionsJSON']; // as above
  const { id, response } = await orStop(() => startAuthentication({ optionsJSON, useBrowserAutofill: fillIn }));
  return { id, client_data: response.clientDataJSON, authenticator_data: response.authenticatorData, signature: response.signature, user_handle: response.userHandle ?? null };
}

const reasons: Record<string, PasskeyStop['why']> = { NotAllowedError: 'cancelled', AbortError: 'replaced', InvalidStateError: 'known', SecurityError: 'address' };

async function orStop<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new PasskeyStop(reasons[error instanceof Error ? error.name : ''] ?? 'failed');
  }
}
