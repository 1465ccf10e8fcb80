import { createRequire } from 'node:module';
import { authenticate } from 'mailauth';

/** Relaxed alignment by the public suffix list (RFC 7489 §3.1), which the library keeps to itself. */
const { getAlignment } = createRequire(import.meta.url)('mailauth/lib/tools') as { getAlignment: (from: string, domains: string[], strict: boolean) => unknown };

/**
 * Records as node:dns answers them: TXT as string[][], A and AAAA as string[], MX as objects. A name without
 * records rejects with `code` ENOTFOUND or ENODATA; any other rejection is a temporary failure.
 */
export type DnsResolver = (name: string, rrtype: string) => Promise<unknown>;
export type CheckResult = 'pass' | 'fail' | 'none' | 'temperror';
/** `verdict` is what threading and screens go by: only `verified` may speak for the address in From. */
export type MailAuthentication = {
  spf: CheckResult;
  dkim: CheckResult;
  dmarc: CheckResult;
  arc: CheckResult;
  fromDomain: string | null;
  verdict: 'verified' | 'unverified' | 'failed';
};
export type Connection = { ip: string | null; helo: string | null; mailFrom: string | null };

const maxSignatures = 10;
const maxLookups = 60;
const headerScan = 256 * 1024;
const maxHeaderLines = 5000;

function simplify(result: string | undefined): CheckResult {
  if (result === 'pass' || result === 'none' || result === 'temperror') return result;
  if (result === undefined || result === 'skipped') return 'none';
  // neutral and policy prove nothing, permerror and softfail are no pass either.
  return result === 'neutral' || result === 'policy' ? 'none' : 'fail';
}

/** One From field with one address, or the checks speak of another than the one shown (RFC 7489 §6.6.1). */
function headerShape(raw: Buffer): { from: number; signatures: number } | null {
  const head = raw.subarray(0, headerScan).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head);
  if (!end && raw.length > headerScan) return null;
  const header = end ? head.slice(0, end.index) : head;
  if ((header.match(/\n/g) ?? []).length > maxHeaderLines) return null;
  return { from: (header.match(/^from[ \t]*:/gim) ?? []).length, signatures: (header.match(/^(dkim-signature|arc-seal|arc-message-signature)[ \t]*:/gim) ?? []).length };
}

/** At most so many questions for one mail, and none after the time is up: what hangs must not pile up. */
function bounded(resolver: DnsResolver, isOver: () => boolean): (name: string, rrtype: string) => Promise<string[][] | string[]> {
  let asked = 0;
  return async (name, rrtype) => {
    if (isOver() || ++asked > maxLookups) throw Object.assign(new Error('too many lookups'), { code: 'ETIMEOUT' });
    return (await resolver(name, rrtype)) as string[][] | string[]; // the library checks each type itself
  };
}

async function check(raw: Buffer, connection: Connection, resolver: DnsResolver, isOver: () => boolean): Promise<MailAuthentication> {
  const result = await authenticate(raw, {
    ip: connection.ip ?? undefined,
    helo: connection.helo ?? undefined,
    sender: connection.mailFrom ?? '',
    mta: 'localhost',
    trustReceived: false,
    disableBimi: true,
    resolver: bounded(resolver, isOver),
  });
  const signatures = result.dkim.results ?? [];
  const passed = signatures.filter((s) => s.status.result === 'pass');
  const dkim =
    passed.length > 0
      ? 'pass'
      : signatures.some((s) => s.status.result === 'temperror')
        ? 'temperror'
        : signatures.some((s) => simplify(s.status.result) === 'fail')
          ? 'fail'
          : 'none';
  const spf = result.spf && connection.ip ? simplify(result.spf.status.result) : 'none';
  const dmarc = result.dmarc ? simplify(result.dmarc.status.result) : 'none';
  const arc = result.arc ? simplify(result.arc.status.result) : 'none';
  const fromDomain = (result.dmarc && result.dmarc.status.header?.from) || result.dkim.headerFrom?.[0]?.split('@').pop()?.toLowerCase() || null;
  const aligned =
    fromDomain !== null &&
    (passed.some((s) => s.status.aligned) || (spf === 'pass' && result.spf && !!result.spf.domain && !!getAlignment(fromDomain, [result.spf.domain], false)));
  const shaky = [spf, dkim].includes('temperror');
  const verdict = dmarc === 'pass' || (dmarc === 'none' && aligned) ? 'verified' : dmarc === 'fail' && !shaky ? 'failed' : 'unverified';
  return { spf, dkim, dmarc, arc, fromDomain, verdict };
}

/**
 * SPF, DKIM, DMARC and ARC (RFC 7208, 6376, 7489, 8617). DMARC pass is verified; a published policy of any kind
 * that the mail does not meet is failed; without a policy an aligned signature or SPF verifies; anything else, and any
 * check that does not end in `timeoutMs`, is unverified. Never throws.
 */
export async function authenticateMail(raw: Buffer | Uint8Array, connection: Connection, resolver: DnsResolver, timeoutMs = 2000): Promise<MailAuthentication> {
  const unknown: MailAuthentication = { spf: 'temperror', dkim: 'temperror', dmarc: 'temperror', arc: 'none', fromDomain: null, verdict: 'unverified' };
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const shape = headerShape(bytes);
  if (!shape || shape.from !== 1 || shape.signatures > maxSignatures * 3) return { ...unknown, spf: 'none', dkim: 'none', dmarc: 'none' };
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<MailAuthentication>((resolve) => {
    timer = setTimeout(() => {
      over = true;
      resolve(unknown);
    }, timeoutMs);
  });
  try {
    return await Promise.race([check(bytes, connection, resolver, () => over), timeout]);
  } catch {
    return unknown;
  } finally {
    over = true;
    clearTimeout(timer);
  }
}
