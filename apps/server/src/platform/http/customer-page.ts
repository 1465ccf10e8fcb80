import { createHash } from 'node:crypto';
import { pickLanguage, type Language } from '@ombud/i18n';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What the pages share that customers open by a link from a mail: no login, no cookie, no script. */

const style = `
:root { color-scheme: light dark; --text: #16181d; --muted: #565c68; --pane: #fff; --back: #f3f4f6; --line: #8a8f9b; --accent: #0f6b6b; --on: #fff; --warn: #9a2c1f; --soft: #e7eff0; }
@media (prefers-color-scheme: dark) { :root { --text: #eceef2; --muted: #a8aeba; --pane: #1b1e24; --back: #121419; --line: #6b7280; --accent: #4fb3b3; --on: #08201f; --warn: #f0958a; --soft: #22323a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { margin: 0 auto; max-width: 34rem; min-height: 100vh; padding: 2rem 1rem 3rem; }
.brand { display: flex; align-items: center; gap: 0.5rem; margin: 0 0 1rem; color: var(--muted); }
.brand svg { flex: none; }
.card { border-radius: 12px; background: var(--pane); padding: 1.25rem 1.5rem 1.5rem; box-shadow: 0 1px 3px rgb(0 0 0 / 0.12); }
h1 { margin: 0; font-size: 1.25rem; line-height: 1.3; }
.what { margin: 0.5rem 0 1rem; font-size: 1.125rem; font-weight: 600; white-space: pre-wrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--muted); } dd { margin: 0; font-variant-numeric: tabular-nums; }
p { margin: 0 0 0.75rem; }
.state { border-radius: 8px; background: var(--soft); padding: 0.6rem 0.9rem; margin: 1rem 0; }
.wrong { color: var(--warn); font-weight: 600; }
form { margin: 1rem 0 0; }
label { display: block; margin: 0.75rem 0 0.25rem; font-weight: 600; }
.hint { display: block; color: var(--muted); font-size: 0.875rem; font-weight: 400; }
input, textarea { width: 100%; min-height: 2.75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--pane); color: var(--text); font: inherit; padding: 0.5rem 0.75rem; }
button { min-height: 2.75rem; border: 1px solid transparent; border-radius: 8px; background: var(--accent); color: var(--on); font: inherit; font-weight: 600; padding: 0.5rem 1.25rem; cursor: pointer; }
form.other button { margin-top: 1rem; }
fieldset { margin: 0; border: 0; padding: 0; } legend { padding: 0; margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
label.choice { display: flex; align-items: center; gap: 0.75rem; min-height: 2.75rem; margin: 0 0 0.5rem; border: 1px solid var(--line); border-radius: 8px; padding: 0.25rem 0.75rem; font-weight: 400; cursor: pointer; }
label.choice:has(:checked) { border-color: var(--accent); background: var(--soft); font-weight: 600; }
label.choice input { width: 1.25rem; min-height: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); flex: none; }
label.choice span { min-width: 1ch; font-variant-numeric: tabular-nums; }
form.rate button { margin-top: 1rem; }
summary { min-height: 2.75rem; display: flex; align-items: center; color: var(--accent); font-weight: 600; cursor: pointer; }
details { margin-top: 0.5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** Nothing runs, nothing is fetched; the forms go back where they came from. */
export const customerPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
/** Puts values into a text of ours. */
export const put = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** A whole page around a body whose texts are escaped. */
export function customerPage(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body>
</html>
`;
}

/** The brand's name over a page, with its colour where that is one. */
export function brandLine({ name, color }: { name: string; color: string }): string {
  const fill = /^#[0-9a-f]{6}$/i.test(color) ? color : '#0f6b6b';
  return `<p class="brand"><svg aria-hidden="true" width="12" height="12"><rect width="12" height="12" rx="3" fill="${fill}"/></svg>${escapeHtml(name)}</p>`;
}

/** The language of ours that a browser asks for, English without one. */
export function spokenLanguage({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return pickLanguage((headers['accept-language'] ?? '').slice(0, 200).split(',').map((each) => each.split(';')[0]?.trim() ?? ''));
}

/** Takes what a form of such a page sends. */
export function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))));
}

export function sendCustomerPage(reply: FastifyReply, page: string): FastifyReply {
  // Nobody whom the page leads to learns of its address.
  reply.headers({ 'content-security-policy': customerPagePolicy, 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
  return reply.type('text/html; charset=utf-8').send(page);
}
