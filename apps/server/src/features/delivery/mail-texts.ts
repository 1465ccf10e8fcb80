import { createHash } from 'node:crypto';
import type { OutgoingMessage } from './outbox.queries.ts';

type Promised = { words: string; url: string } | undefined;

/** The plain part; the signature stands under the line of RFC 3676 §4.3. */
export function mailText(message: Pick<OutgoingMessage, 'text' | 'html'>, signature: string, promise?: Promised): string {
  const text = promise ? `${message.text.trimEnd()}\n\n${promise.words}\n${promise.url}` : message.text.trimEnd();
  return signature ? `${text}\n\n-- \n${signature}\n` : `${text}\n`;
}

export type EmbeddedImage = { cid: string; type: string; content: Buffer };

/** The HTML part, made from the text where there is none. What a quoted mail loads from elsewhere is held back on our screens only. Pictures that stand in it as data: go along as parts, which mail programs show. */
export function mailHtml(message: Pick<OutgoingMessage, 'text' | 'html'>, signature: string, promise?: Promised): { html: string; images: EmbeddedImage[] } {
  const body = message.html ?? `<div>${textToHtml(message.text.trimEnd())}</div>`;
  const { html, images } = embedImages(body.replaceAll(/ data-cid="([^"<>\s]{1,400})"/g, ' src="cid:$1"').replaceAll(' data-remote-src="', ' src="'));
  const told = promise ? `${html}\n<div style="margin-top:1em"><a href="${promise.url}">${textToHtml(promise.words.replace(/:$/, ''))}</a></div>` : html;
  return { html: signature ? `${told}\n<div style="margin-top:1.5em;color:#555">${textToHtml(signature)}</div>\n` : `${told}\n`, images };
}

export function textToHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\r?\n/g, '<br>\n');
}

function embedImages(html: string): { html: string; images: EmbeddedImage[] } {
  const images = new Map<string, EmbeddedImage>();
  const replaced = html.replaceAll(/ src="data:(image\/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=\s]{1,1000000})"/g, (_whole, type: string, data: string) => {
    const content = Buffer.from(data, 'base64');
    const cid = `${createHash('sha256').update(content).digest('hex').slice(0, 24)}@image`;
    images.set(cid, { cid, type, content });
    return ` src="cid:${cid}"`;
  });
  return { html: replaced, images: [...images.values()] };
}
