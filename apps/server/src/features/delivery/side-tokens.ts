import { randomBytes } from 'node:crypto';
import type { Sealer } from '../../platform/auth/sealer.ts';
import { base32, longestLocalPart, mark, same } from './thread-tokens.ts';

/**
 * Signed marks that bring an answer back to its side conversation and never to the customer's thread: of the same kind
 * as the ticket's (thread-tokens.ts), yet other ones, so that neither can be read as the other.
 */
const addressMark = /^.{1,64}\+s\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([a-z2-7]{16})$/;
const idMark = /^<?os\.([0-9a-z]{1,11})\.([a-z2-7]{16})\.([a-z2-7]{16})@[^\s<>@]{1,255}>?$/;

export type SideMark = { sideId: number; messageId: number | null };

/** A Message-ID of ours, in angle brackets, that names the side conversation. */
export function issueSideMessageId(sealer: Sealer, { workspaceId, sideId, domain }: { workspaceId: number; sideId: number; domain: string }): string {
  const random = base32(randomBytes(10));
  const side = sideId.toString(36);
  return `<os.${side}.${random}.${mark(sealer, ['side-id', workspaceId, side, random])}@${domain}>`;
}

/** The side conversation of a Message-ID that this workspace issued; null for any other and for forged ones. */
export function readSideMessageId(sealer: Sealer, workspaceId: number, messageId: string): SideMark | null {
  const match = messageId.length <= 500 ? idMark.exec(messageId.trim().toLowerCase()) : null;
  if (!match) return null;
  const [, side, random, signed] = match as unknown as [string, string, string, string];
  return same(signed, mark(sealer, ['side-id', workspaceId, side, random])) ? { sideId: Number.parseInt(side, 36), messageId: null } : null;
}

/** `local+s.…@domain` on an inbox's address: answers and bounces to it name their side conversation and message. */
export function sideReplyAddress(sealer: Sealer, { workspaceId, sideId, messageId, inboxAddress }: { workspaceId: number; sideId: number; messageId: number; inboxAddress: string }): string {
  const at = inboxAddress.lastIndexOf('@');
  const [side, message] = [sideId.toString(36), messageId.toString(36)];
  const local = `${inboxAddress.slice(0, at)}+s.${side}.${message}.${mark(sealer, ['side-address', workspaceId, side, message])}`;
  // The Message-ID carries the mark too, so a long address goes without.
  return local.length <= longestLocalPart ? `${local}${inboxAddress.slice(at)}` : inboxAddress;
}

/** The side conversation and message of a signed reply address; null for any other and for forged ones. */
export function readSideReplyAddress(sealer: Sealer, workspaceId: number, address: string): SideMark | null {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const match = local.length <= 200 ? addressMark.exec(local) : null;
  if (!match) return null;
  const [, side, message, signed] = match as unknown as [string, string, string, string];
  if (!same(signed, mark(sealer, ['side-address', workspaceId, side, message]))) return null;
  return { sideId: Number.parseInt(side, 36), messageId: Number.parseInt(message, 36) };
}
