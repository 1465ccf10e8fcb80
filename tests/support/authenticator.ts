import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/**
 * A passkey in software, for tests on the server: it makes the bytes that authenticators and browsers make (Web
 * Authentication Level 3, §5.8.1, §6.1 and §6.5; CTAP2's CBOR), with a real key, and can be told to make them wrong.
 */
export type SoftPasskey = { credentialId: Buffer; userHandle: string; privateKey: KeyObject; publicJwk: { x: string; y: string }; counter: number };

type Asked = { challenge: string };
/** `counter` null: the authenticator does not count. */
export type Bent = { origin?: string; rpId?: string; type?: string; verified?: boolean; crossOrigin?: boolean; userHandle?: string | null; challenge?: string };

const home = { origin: 'http://localhost:3000', rpId: 'localhost' };
const es256 = -7;

/** A new key pair for the person that the creation options name. */
export function makePasskey(options: { user: { id: string } }): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { credentialId: randomBytes(32), userHandle: options.user.id, privateKey, publicJwk: { x, y }, counter: 0 };
}

/** What the page sends to add it; attestation "none" unless another is asked for. */
export function attest(passkey: SoftPasskey, asked: Asked, bent: Bent & { statement?: [format: string, content: Map<unknown, unknown>] } = {}) {
  const key = new Map<unknown, unknown>([[1, 2], [3, es256], [-1, 1], [-2, Buffer.from(passkey.publicJwk.x, 'base64url')], [-3, Buffer.from(passkey.publicJwk.y, 'base64url')]]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(passkey.credentialId.length);
  const data = Buffer.concat([authenticatorData(passkey, bent, 0x40), Buffer.alloc(16), length, passkey.credentialId, cbor(key)]);
  const [format, content] = bent.statement ?? ['none', new Map()];
  return {
    id: passkey.credentialId.toString('base64url'),
    client_data: clientData('webauthn.create', asked, bent).toString('base64url'),
    attestation: cbor(new Map<unknown, unknown>([['fmt', format], ['attStmt', content], ['authData', data]])).toString('base64url'),
    transports: ['internal'],
  };
}

/** What the page sends to sign in with it. */
export function assert(passkey: SoftPasskey, asked: Asked, bent: Bent = {}) {
  const data = authenticatorData(passkey, bent, 0);
  const client = clientData('webauthn.get', asked, bent);
  const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
  return {
    id: passkey.credentialId.toString('base64url'),
    client_data: client.toString('base64url'),
    authenticator_data: data.toString('base64url'),
    signature: sign('sha256', signed, passkey.privateKey).toString('base64url'),
    user_handle: bent.userHandle === undefined ? passkey.userHandle : bent.userHandle,
  };
}

function clientData(type: string, { challenge }: Asked, bent: Bent): Buffer {
  return Buffer.from(JSON.stringify({ type: bent.type ?? type, challenge: bent.challenge ?? challenge, origin: bent.origin ?? home.origin, crossOrigin: bent.crossOrigin ?? false }));
}

/** §6.1: hash of the RP ID, flags (user present 0x01, verified 0x04, may be and is backed up 0x18, key attached 0x40), count. */
function authenticatorData({ counter }: SoftPasskey, { rpId = home.rpId, verified = true }: Bent, attached: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([0x01 | (verified ? 0x04 : 0) | 0x18 | attached]), count]);
}

/** As much of CBOR (RFC 8949) as is needed: integers, bytes, text, arrays, maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
  throw new Error(`no CBOR for ${typeof value}`);
}

function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  if (count < 256) return Buffer.from([(kind << 5) | 24, count]);
  return Buffer.from([(kind << 5) | 25, count >> 8, count & 255]);
}
