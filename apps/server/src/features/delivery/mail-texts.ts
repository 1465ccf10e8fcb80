import { createHash } from 'node:crypto';
import type { QueuedMail } from './delivery.types.ts';
import type { OutgoingMessage } from './outbox.queries.ts';

/** What a mail says under its message. */
type Under = Pick<QueuedMail, 'signature' | 'promise' | 'survey'>;

/** The plain part; the signature stands under the line of RFC 3676 §4.3. */
export function mailText(message: Pick<OutgoingMessage, 'text' | 'html'>, { signature, promise, survey }: Under): string {
  const parts = [message.text.trimEnd()];
  if (promise) parts.push(`${promise.words}\n${promise.url}`);
  if (survey) parts.push(...survey.links.map(({ label, url }) => `${label}\n${url}`), survey.note);
  const text = parts.join('\n\n');
  return signature ? `${text}\n\n-- \n${signature}\n` : `${text}\n`;
}

/** For our screens: by these links a customer answers, and nobody else does it for them. */
export function withoutAnswerLinks(mail: QueuedMail): QueuedMail {
  return mail.survey ? { ...mail, survey: { ...mail.survey, links: mail.survey.links.map(({ label, url }) => ({ label, url: url.replace(/\/rating\/[^?]*/, '/rating/…') })) } } : mail;
}

export type EmbeddedImage = { cid: string; type: string; content: Buffer };

/** The HTML part, made from the text where there is none. What a quoted mail loads from elsewhere is held back on our screens only. Pictures that stand in it as data: go along as parts, which mail programs show. */
export function mailHtml(message: Pick<OutgoingMessage, 'text' | 'html'>, { signature, promise, survey }: Under): { html: string; images: EmbeddedImage[] } {
  const body = message.html ?? `<div>${textToHtml(message.text.trimEnd())}</div>`;
  const { html, images } = embedImages(body.replaceAll(/ data-cid="([^"<>\s]{1,400})"/g, ' src="cid:$1"').replaceAll(' data-remote-src="', ' src="'));
  const parts = [html];
  if (promise) parts.push(`<div style="margin-top:1em"><a href="${promise.url}">${textToHtml(promise.words.replace(/:$/, ''))}</a></div>`);
  if (survey) parts.push(surveyHtml(survey));
  if (signature) parts.push(`<div style="margin-top:1.5em;color:#555">${textToHtml(signature)}</div>`);
  return { html: `${parts.join('\n')}\n`, images };
}

/** One below the other: as wide as a thumb on a phone, and a list to whoever has it read out. */
function surveyHtml({ links, note }: NonNullable<Under['survey']>): string {
  const button = 'display:inline-block;min-width:14em;padding:10px 16px;border:1px solid #8a8f9b;border-radius:8px;text-decoration:none';
  const items = links.map(({ label, url }) => `<li style="margin:0 0 8px"><a href="${url}" style="${button}">${textToHtml(label)}</a></li>`);
  return `<ul style="list-style:none;margin:1em 0;padding:0">${items.join('')}</ul>\n<div style="color:#555">${textToHtml(note)}</div>`;
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
