import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** 256 random bits; only their SHA-256 is kept. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

export const linkToken = z.string().min(1).max(100).regex(/^[A-Za-z0-9_-]+$/);

/** The token stands behind the #: it reaches no server's log and no Referer. The address is the configured one, never a Host header's. */
export function linkTo(publicUrl: string, page: 'invitation' | 'new-password', token: string): string {
  return `${publicUrl}/${page}#${token}`;
}
