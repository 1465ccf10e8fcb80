import type { Attachment } from '../store/types.ts';

export type Picture = Pick<Attachment, 'id' | 'name' | 'type' | 'size' | 'url'>;

/** Only these are shown by the browser itself; anything else, SVG among it, is a download. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
/** bytes; a small picture of it costs as much as the whole */
const largest = 15_000_000;

export function isPicture({ type, size, url }: Pick<Attachment, 'type' | 'size' | 'url'>): boolean {
  return shown.has(type) && size <= largest && url !== '';
}
