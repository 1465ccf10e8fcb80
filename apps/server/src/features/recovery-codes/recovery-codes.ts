import { randomBytes } from 'node:crypto';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Letters of a recovery code: 118 random bits, so that a plain hash of it may be kept (ASVS 6.5.2 asks for 112). */
const codeLength = 24;

/** Ten codes, in groups for reading: `abcd-efgh-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from({ length: codeLength }, letter).join('');
    return (letters.match(/.{4}/g) ?? []).join('-');
  });
}

/** Each as likely as any other. */
function letter(): string {
  for (;;) {
    const [byte = 255] = randomBytes(1);
    if (byte < 256 - (256 % alphabet.length)) return alphabet[byte % alphabet.length] as string;
  }
}

/** As typed by a person: without spaces and dashes, in small letters. Null when it is no recovery code. */
export function readRecoveryCode(text: string): string | null {
  const letters = text.toLowerCase().replaceAll(/[\s-]/g, '');
  return letters.length === codeLength && /^[a-z0-9]+$/.test(letters) ? letters : null;
}
