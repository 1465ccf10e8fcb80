import type { MailAddress } from './delivery.types.ts';

const maxReferences = 60;
const maxReferenceCharacters = 8000;
const prefix = /^\s{0,5}(re|sv|aw|vs|antw|odp|rif|res)\s?:/i;

/** `Re: ` once, whatever language the last one came in. */
export function replySubject(subject: string, isAnswer: boolean): string {
  const line = subject.replace(/[\r\n\0]+/g, ' ').trim();
  return (isAnswer && !prefix.test(line) ? `Re: ${line}` : line).slice(0, 500).trim();
}

/** The whole thread, oldest first; of a very long one the beginning and the newest (RFC 5322 §3.6.4 wants the parents). */
export function boundReferences(ids: string[]): string[] {
  const unique = [...new Set(ids)].filter((id) => id.length <= 500);
  if (unique.length <= 1) return unique;
  const [first, ...rest] = unique as [string, ...string[]];
  const kept: string[] = [];
  let characters = first.length;
  for (const id of rest.reverse()) {
    characters += id.length + 1;
    if (kept.length >= maxReferences - 1 || characters > maxReferenceCharacters) break;
    kept.unshift(id);
  }
  return [first, ...kept];
}

export type Taker = { address: string; name: string; role: 'requester' | 'cc'; confirmed: boolean };

/** The requester in To, the others in Cc; nobody unconfirmed, none of our own addresses, nobody twice. */
export function recipientsOf(participants: Taker[], ourAddresses: ReadonlySet<string>): { to: MailAddress[]; cc: MailAddress[] } {
  const seen = new Set<string>();
  const takers = participants.filter(({ address, confirmed }) => confirmed && address !== '' && !ourAddresses.has(address) && !seen.has(address) && seen.add(address));
  const person = ({ name, address }: Taker): MailAddress => ({ name, address });
  const to = takers.filter(({ role }) => role === 'requester').map(person);
  const cc = takers.filter(({ role }) => role === 'cc').map(person);
  return to.length === 0 ? { to: cc.slice(0, 1), cc: cc.slice(1) } : { to, cc };
}

/** "Anna Berg (Acme Support)"; the brand alone where a machine writes. */
export function senderName(brandName: string, agentName: string | null): string {
  if (!agentName) return brandName;
  return brandName && brandName !== agentName ? `${agentName} (${brandName})` : agentName;
}

export function joinSignatures(...parts: (string | null | undefined)[]): string {
  return parts.map((part) => (part ?? '').trim()).filter(Boolean).join('\n\n');
}
