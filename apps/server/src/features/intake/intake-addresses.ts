import { domainToASCII } from 'node:url';

/**
 * The inbox addresses that mail to `recipient` could be meant for, best first: the address itself, then without its
 * `+detail` (RFC 5233), whole and for our signed mark alone. Lower case; the domain also in its ASCII form.
 */
export function inboxCandidates(recipient: string): string[] {
  const address = recipient.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > 320) return [];
  const local = address.slice(0, at).replace(/^"(.*)"$/, '$1');
  const domain = address.slice(at + 1);
  const mark = Math.max(local.lastIndexOf('+t.'), local.lastIndexOf('+a.'));
  const plus = local.indexOf('+');
  const locals = [local, ...(mark > 0 ? [local.slice(0, mark)] : []), ...(plus > 0 ? [local.slice(0, plus)] : [])];
  const domains = [domain, ...(domain && domainToASCII(domain) !== domain ? [domainToASCII(domain)] : [])].filter(Boolean);
  return [...new Set(locals.flatMap((part) => domains.map((name) => `${part}@${name}`)))];
}

/** What a block list may say of these addresses: each itself ("someone@example.org") and its domain ("@example.org"). */
export function blockPatterns(addresses: (string | null | undefined)[]): string[] {
  const known = addresses.flatMap((address) => (address ? [address.toLowerCase()] : []));
  return [...new Set(known.flatMap((address) => [address, address.slice(address.lastIndexOf('@'))]))];
}
