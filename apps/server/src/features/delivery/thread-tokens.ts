import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sealer } from '../../platform/auth/sealer.ts';

/**
 * Signed marks that bring an answer back to its ticket. Mail systems change the case of addresses, so everything is
 * lower-case base 32 (RFC 4648 alphabet); 80 bits of the signature are kept, which only guessing by mail could attack.
 */
const purpose = 'reply';
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const number = '[0-9a-z]{1,11}';
const signature = '[a-z2-7]{16}';
const addressMark = new RegExp(`^(.{1,64})\\+t\\.(${number})\\.(${number})\\.(${signature})$`);
const idMark = new RegExp(`^<?om\\.(${number})\\.([a-z2-7]{16})\\.(${signature})@[^\\s<>@]{1,255}>?$`);
/** RFC 5321 §4.5.3.1.1 */
export const longestLocalPart = 64;

export type ThreadMark = { ticketId: number; messageId: number | null };

/** A Message-ID of ours, in angle brackets: it names the ticket and is signed, so whoever answers it has had the mail. */
export function issueMessageId(sealer: Sealer, { workspaceId, ticketId, domain }: { workspaceId: number; ticketId: number; domain: string }): string {
  const random = base32(randomBytes(10));
  const ticket = ticketId.toString(36);
  return `<om.${ticket}.${random}.${mark(sealer, ['id', workspaceId, ticket, random])}@${domain}>`;
}

/** The ticket of a Message-ID that this workspace issued; null for any other and for forged ones. */
export function readMessageId(sealer: Sealer, workspaceId: number, messageId: string): ThreadMark | null {
  const match = idMark.exec(messageId.trim().toLowerCase());
  if (!match) return null;
  const [, ticket, random, signed] = match as unknown as [string, string, string, string];
  if (!same(signed, mark(sealer, ['id', workspaceId, ticket, random]))) return null;
  return { ticketId: Number.parseInt(ticket, 36), messageId: null };
}

/** `local+t.…@domain` on an inbox's address: answers and bounces to it name their ticket and message. */
export function replyAddress(sealer: Sealer, { workspaceId, ticketId, messageId, inboxAddress }: { workspaceId: number; ticketId: number; messageId: number; inboxAddress: string }): string {
  const at = inboxAddress.lastIndexOf('@');
  const ticket = ticketId.toString(36);
  const message = messageId.toString(36);
  const local = `${inboxAddress.slice(0, at)}+t.${ticket}.${message}.${mark(sealer, ['address', workspaceId, ticket, message])}`;
  // The Message-ID carries the mark too, so a long address goes without.
  return local.length <= longestLocalPart ? `${local}${inboxAddress.slice(at)}` : inboxAddress;
}

/** The ticket and message of a signed reply address; null for any other and for forged ones. */
export function readReplyAddress(sealer: Sealer, workspaceId: number, address: string): ThreadMark | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const match = local.length <= 200 ? addressMark.exec(local) : null;
  if (!match) return null;
  const [, , ticket, message, signed] = match as unknown as [string, string, string, string, string];
  if (!same(signed, mark(sealer, ['address', workspaceId, ticket, message]))) return null;
  return { ticketId: Number.parseInt(ticket, 36), messageId: Number.parseInt(message, 36) };
}

/** What an agent's answer to a notification becomes: a public message to the customer, or a note. */
export type AgentMark = { ticketId: number; agentId: number; kind: 'public' | 'note' };
const agentMark = new RegExp(`^(.{1,64})\\+a\\.(${number})\\.(${number})\\.([pn])\\.(${signature})$`);

/** `local+a.…@domain`: what this agent answers to it is theirs on that ticket, if the mail is proved to be theirs. Null where it would be too long. */
export function agentAddress(sealer: Sealer, { workspaceId, ticketId, agentId, kind, inboxAddress }: AgentMark & { workspaceId: number; inboxAddress: string }): string | null {
  const at = inboxAddress.lastIndexOf('@');
  const parts = [ticketId.toString(36), agentId.toString(36), kind === 'public' ? 'p' : 'n'];
  const local = `${inboxAddress.slice(0, at)}+a.${parts.join('.')}.${mark(sealer, ['agent', workspaceId, ...parts])}`;
  return local.length <= longestLocalPart ? `${local}${inboxAddress.slice(at)}` : null;
}

/** Ticket, agent and kind of such an address; null for any other and for forged ones. */
export function readAgentAddress(sealer: Sealer, workspaceId: number, address: string): AgentMark | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const match = local.length <= 200 ? agentMark.exec(local) : null;
  if (!match) return null;
  const [, , ticket, agent, kind, signed] = match as unknown as [string, string, string, string, string, string];
  if (!same(signed, mark(sealer, ['agent', workspaceId, ticket, agent, kind]))) return null;
  return { ticketId: Number.parseInt(ticket, 36), agentId: Number.parseInt(agent, 36), kind: kind === 'p' ? 'public' : 'note' };
}

/**
 * `X-Ombud-Loop` on everything that we send: that it is ours, and which message, so that it is known when it comes round or
 * back. To people of a side conversation it says only the first: the rest would open the customer's thread to them.
 */
export function loopHeader(sealer: Sealer, { workspaceId, ticketId, messageId }: { workspaceId: number; ticketId: number; messageId: number }, { aside = false } = {}): string {
  if (aside) return mark(sealer, ['loop']);
  const ticket = ticketId.toString(36);
  const message = messageId.toString(36);
  return `${mark(sealer, ['loop'])}.${ticket}.${message}.${mark(sealer, ['address', workspaceId, ticket, message])}`;
}

/** Whether a loop header is this installation's, and the ticket and message in it if they are this workspace's. */
export function readLoopHeader(sealer: Sealer, workspaceId: number, value: string): { own: boolean; mark: ThreadMark | null } {
  const [loop = '', ticket = '', message = '', signed = ''] = value.trim().toLowerCase().slice(0, 200).split('.');
  const own = same(loop, mark(sealer, ['loop']));
  if (!own || !/^[0-9a-z]{1,11}$/.test(ticket) || !/^[0-9a-z]{1,11}$/.test(message)) return { own, mark: null };
  const genuine = same(signed, mark(sealer, ['address', workspaceId, ticket, message]));
  return { own, mark: genuine ? { ticketId: Number.parseInt(ticket, 36), messageId: Number.parseInt(message, 36) } : null };
}

export function mark(sealer: Sealer, parts: (string | number)[]): string {
  return base32(Buffer.from(sealer.sign(purpose, parts.join('.')), 'base64url').subarray(0, 10));
}

export function same(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

export function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(value >> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return out;
}
