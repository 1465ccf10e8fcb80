import DOMPurify from 'dompurify';
import type { Attachment } from '../store/types.ts';

export interface MailDocument {
  /** A whole document for `srcdoc` */
  html: string;
  /** Images that stand on other machines, loaded or not */
  remoteImages: number;
  /** It has a part that is folded as quoted text */
  hasQuote: boolean;
  /** It brings colours of its own, so it is shown on white paper in the dark theme too */
  ownColours: boolean;
  /** More than paragraphs: worth showing as its sender laid it out */
  meaningful: boolean;
}

const forbidden = [
  'audio', 'base', 'button', 'canvas', 'dialog', 'embed', 'form', 'frame', 'frameset', 'iframe', 'input', 'link', 'math', 'meta', 'noscript',
  'object', 'option', 'picture', 'portal', 'script', 'select', 'slot', 'source', 'style', 'svg', 'template', 'textarea', 'title', 'track', 'video',
];

/**
 * What common programs put around the mail they answer. The server has taken ids and most classes away where it could not
 * trust them, so a cited block at the end counts as well.
 */
const quoteContainers = '.gmail_quote, .yahoo_quoted, .moz-cite-prefix, .protonmail_quote, blockquote[type="cite"], #divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container';
/** Every attribute has to pass this, so it lets through what is no address at all (widths, colours), but no scheme besides these three. */
const harmlessValue = /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;
/** A link in a mail leads away from here, never to a page of ours by a relative address. */
const outsideAddress = /^(?:https?:\/\/|mailto:|tel:)/i;
/** One transparent pixel: the image keeps its room, so that nothing moves when it is shown. */
const emptyImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
/** Characters; as many as the server keeps of a mail */
const longest = 1_000_000;
const structure = 'table table, table[bgcolor], table[border="1"], img, ul, ol, h1, h2, h3, b, strong, pre, hr, center, font[color]';

/**
 * Makes the document of the sandboxed frame. Five walls, each enough alone: the server's sanitiser, this one, the
 * sandbox without `allow-scripts`, this document's own policy, and the page's policy, which the frame inherits.
 */
export function makeMailDocument(html: string, attachments: readonly Attachment[], showRemote: boolean, imageLabel: string): MailDocument {
  const body = DOMPurify.sanitize(html.slice(0, longest), {
    RETURN_DOM: true,
    FORBID_TAGS: forbidden,
    FORBID_ATTR: ['action', 'autofocus', 'background', 'contenteditable', 'formaction', 'name', 'ping', 'poster', 'popover', 'srcset', 'tabindex', 'target'],
    ALLOW_DATA_ATTR: false,
    ADD_ATTR: ['data-remote-src', 'data-cid'],
    ALLOWED_URI_REGEXP: harmlessValue,
  }) as HTMLElement; // RETURN_DOM answers the body element
  const remoteImages = placeImages(body, attachments, showRemote, imageLabel);
  for (const link of body.querySelectorAll('a[href]')) {
    if (!outsideAddress.test(link.getAttribute('href') ?? '')) {
      link.removeAttribute('href');
      continue;
    }
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer nofollow');
    link.setAttribute('title', link.getAttribute('href') ?? '');
  }
  const hasQuote = foldQuote(body);
  const fresh = body.cloneNode(true) as HTMLElement;
  for (const quote of fresh.querySelectorAll('.ombud-quote')) quote.remove();
  const images = ['data:', ...inlineSources(attachments), ...(showRemote ? ['https:'] : [])].join(' ');
  const policy = `default-src 'none'; script-src 'none'; img-src ${images}; style-src 'unsafe-inline'; font-src 'self'; form-action 'none'; frame-src 'none'; base-uri 'none'`;
  return {
    html: `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"></head><body>${body.innerHTML}</body></html>`,
    remoteImages,
    hasQuote,
    ownColours: fresh.querySelector('[bgcolor], [style*="background"], [style*="color"], font[color]') !== null,
    meaningful: fresh.querySelector(structure) !== null,
  };
}

/** Of our own addresses a mail may load its inline images and nothing else, not even by a style. */
function inlineSources(attachments: readonly Attachment[]): string[] {
  return attachments.filter((file) => file.content_id !== null).map(({ url }) => {
    const { origin, pathname } = new URL(url, location.href);
    return (origin + pathname).replaceAll(';', '%3B').replaceAll(',', '%2C');
  });
}

/** Inline images come from the mail's own attachments; remote ones stay away until the reader asks. */
function placeImages(body: HTMLElement, attachments: readonly Attachment[], showRemote: boolean, label: string): number {
  let remote = 0;
  for (const image of body.querySelectorAll('img')) {
    const contentId = image.getAttribute('data-cid');
    const source = image.getAttribute('data-remote-src') ?? image.getAttribute('src');
    image.removeAttribute('src');
    image.removeAttribute('data-remote-src');
    image.removeAttribute('data-cid');
    if (contentId) {
      const file = attachments.find((attachment) => attachment.content_id === contentId);
      if (file) image.setAttribute('src', file.url);
      continue;
    }
    if (!source || !/^https?:\/\//i.test(source)) continue;
    if (isTracker(image)) {
      image.remove();
      continue;
    }
    remote += 1;
    if (showRemote) image.setAttribute('src', source.replace(/^http:/i, 'https:'));
    else {
      image.classList.add('ombud-held');
      const [width, height] = [side(image, 'width'), side(image, 'height')];
      if (width > 0 && height > 0) image.style.aspectRatio = `${width} / ${height}`;
      image.setAttribute('src', emptyImage);
      image.setAttribute('title', image.getAttribute('alt') || label);
    }
  }
  return remote;
}

/** An image of one or two pixels only tells its sender that it was opened; it is never loaded. */
function isTracker(image: HTMLImageElement): boolean {
  return side(image, 'width') <= 2 || side(image, 'height') <= 2;
}

/** px; NaN when it is not said */
function side(image: HTMLImageElement, name: 'width' | 'height'): number {
  return Number.parseInt(image.getAttribute(name) ?? '', 10);
}

function foldQuote(body: HTMLElement): boolean {
  const known = body.querySelector(quoteContainers);
  const last = lastBlock(body);
  const quote = known ?? (last?.tagName === 'BLOCKQUOTE' ? last : null);
  if (!quote || !hasTextBefore(quote, body)) return false;
  for (let part: Element | null = quote; part; part = part.nextElementSibling) part.classList.add('ombud-quote');
  return true;
}

function lastBlock(element: Element): Element | null {
  let last = element.lastElementChild;
  while (last && last.tagName !== 'BLOCKQUOTE' && last.childElementCount > 0 && last.textContent === last.lastElementChild?.textContent) last = last.lastElementChild;
  return last;
}

/** A mail that only quotes or forwards is shown whole. */
function hasTextBefore(quote: Element, body: Element): boolean {
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.setEndBefore(quote);
  return range.toString().trim() !== '';
}
