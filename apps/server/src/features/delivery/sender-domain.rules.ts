import type { RecordSeen } from '../sender-keys/index.ts';

/** How a domain stands with one of the three: `weak` is there, but does not do what it is for. */
export type SenderState = 'good' | 'missing' | 'weak' | 'wrong' | 'unknown';
export type SenderCheck = { kind: 'spf' | 'dkim' | 'dmarc'; state: SenderState; /** Why it is not good, of a closed list. */ reason: SenderReason | null; name: string; found: string[]; /** The record to have instead, to be copied; null where only the sending server's provider can give it. */ suggested: string | null };
export const senderReasons = ['none', 'none_no_server', 'several', 'lets_everyone', 'lacks_server', 'no_policy', 'no_answer', 'no_server', 'not_by_us', 'not_published', 'other_key'] as const;
export type SenderReason = (typeof senderReasons)[number];

/** Providers whose servers send from addresses that only their own record lists. */
const includes: [RegExp, string][] = [
  [/(^|\.)(office365|outlook)\.com$/, 'include:spf.protection.outlook.com'],
  [/(^|\.)(gmail|google|googlemail)\.com$/, 'include:_spf.google.com'],
];

/** What lets a server send for a domain (RFC 7208 §5). */
export function spfMechanism(server: string): string {
  return includes.find(([host]) => host.test(server))?.[1] ?? `a:${server}`;
}

/** RFC 7208: one record, which lets our server send and not everybody. `records` null: DNS did not answer. */
export function judgeSpf(domain: string, records: string[] | null, server: string | null): SenderCheck {
  const check = { kind: 'spf' as const, name: domain };
  if (records === null) return { ...check, state: 'unknown', reason: 'no_answer', found: [], suggested: null };
  const found = records.filter((record) => /^v=spf1(\s|$)/i.test(record));
  const mechanism = server === null ? null : spfMechanism(server);
  const [record] = found;
  if (record === undefined) return { ...check, state: 'missing', reason: mechanism === null ? 'none_no_server' : 'none', found, suggested: mechanism === null ? null : `v=spf1 ${mechanism} ~all` };
  if (found.length > 1) return { ...check, state: 'wrong', reason: 'several', found, suggested: null };
  const terms = record.trim().split(/\s+/);
  if (terms.some((term) => /^\+?all$/i.test(term))) return { ...check, state: 'wrong', reason: 'lets_everyone', found, suggested: terms.map((term) => (/^\+?all$/i.test(term) ? '~all' : term)).join(' ') };
  if (mechanism === null) return { ...check, state: 'unknown', reason: 'no_server', found, suggested: null };
  // An include of the domain's own may list the server too; only what is named here is known to.
  if (terms.some((term) => term.replace(/^\+/, '').toLowerCase() === mechanism)) return { ...check, state: 'good', reason: null, found, suggested: null };
  const end = terms.findIndex((term) => /^[-~?]all$/i.test(term) || /^redirect=/i.test(term));
  const at = end < 0 ? terms.length : end;
  return { ...check, state: 'weak', reason: 'lacks_server', found, suggested: [...terms.slice(0, at), mechanism, ...terms.slice(at)].join(' ') };
}

/** RFC 7489: a policy, without which forged mail in the domain's name is nobody's to refuse. */
export function judgeDmarc(domain: string, records: string[] | null): SenderCheck {
  const check = { kind: 'dmarc' as const, name: `_dmarc.${domain}` };
  if (records === null) return { ...check, state: 'unknown', reason: 'no_answer', found: [], suggested: null };
  const found = records.filter((record) => /^v=DMARC1\s*(;|$)/i.test(record));
  const [record] = found;
  if (record === undefined) return { ...check, state: 'missing', reason: 'none', found, suggested: `v=DMARC1; p=quarantine; rua=mailto:postmaster@${domain}` };
  if (found.length > 1) return { ...check, state: 'wrong', reason: 'several', found, suggested: null };
  const policy = /;\s*p\s*=\s*(none|quarantine|reject)\b/i.exec(record)?.[1]?.toLowerCase();
  if (policy === 'quarantine' || policy === 'reject') return { ...check, state: 'good', reason: null, found, suggested: null };
  const suggested = policy === 'none' ? record.replace(/(;\s*p\s*=\s*)none\b/i, '$1quarantine') : `v=DMARC1; p=quarantine; rua=mailto:postmaster@${domain}`;
  return { ...check, state: 'weak', reason: 'no_policy', found, suggested };
}

/** Names under which providers publish their keys (RFC 6376 §3.6.2.1); a domain may use any other. */
export const usualSelectors = ['selector1', 'selector2', 'google', 'default', 'dkim', 'mail', 's1', 'k1'];

/** The key that we sign with, and what DNS has where its record should stand. */
export type OwnKey = { name: string; record: string; seen: RecordSeen; found: string[] };

/**
 * Either we sign, or the sending server does, whose provider gives the record; of that one it can only be seen whether there is one.
 * With both, each signature counts by itself: what ours lacks is told all the same.
 */
export function judgeDkim(domain: string, keys: { name: string; record: string }[], answered: boolean, own: OwnKey | null): SenderCheck {
  const theirs = keys.map(({ name, record }) => shown(name, record));
  if (own) {
    const check = { kind: 'dkim' as const, name: own.name, found: [...own.found.map((record) => shown(own.name, record)), ...theirs] };
    if (own.seen === 'there') return { ...check, state: 'good', reason: null, suggested: null };
    if (own.seen === 'unknown') return { ...check, state: 'unknown', reason: 'no_answer', suggested: own.record };
    if (own.seen === 'other') return { ...check, state: 'wrong', reason: 'other_key', suggested: own.record };
    return { ...check, state: keys.length > 0 ? 'good' : 'missing', reason: 'not_published', suggested: own.record };
  }
  const [first] = keys;
  if (first) return { kind: 'dkim', state: 'good', reason: null, name: first.name, found: theirs, suggested: null };
  return { kind: 'dkim', state: answered ? 'missing' : 'unknown', reason: answered ? 'not_by_us' : 'no_answer', name: `*._domainkey.${domain}`, found: [], suggested: null };
}

const shown = (name: string, record: string): string => `${name}: ${record.slice(0, 60)}${record.length > 60 ? '…' : ''}`;
