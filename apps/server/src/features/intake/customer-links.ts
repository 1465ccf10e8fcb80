import type { Sealer } from '../../platform/auth/sealer.ts';
import { readLink } from '../commitment-links/index.ts';
import { readRatingLink } from '../satisfaction/index.ts';

/** A link to a customer's page, also as a mail program or a link scanner wrote it anew. Linear: the parts cannot run into each other. */
const link = /(rating|promise)(\/|%2F)([A-Za-z0-9_-]{40,300})(?![A-Za-z0-9_-])/gi;

/**
 * What a customer's quoted mail, or a bounce, brings back of our links to their own pages: whoever reads the ticket must not be
 * able to answer in their name. Links of others stay as they are.
 */
export function withoutCustomerLinks(text: string, sealer: Sealer, now: Date): string {
  return text.replace(link, (whole: string, page: string, slash: string, token: string) => ((page.toLowerCase() === 'rating' ? readRatingLink(sealer, token) : readLink(sealer, token, now)) ? `${page}${slash}…` : whole));
}
