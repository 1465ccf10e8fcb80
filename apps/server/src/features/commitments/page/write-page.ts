import { createHash } from 'node:crypto';
import { createFormats, type Language } from '@ombud/i18n';
import { firstNameOf } from '../../placeholders/index.ts';
import { isUnkept } from '../commitments.rules.ts';
import { dueWords } from '../customer-words.ts';
import { pageWords } from './page-words.ts';
import type { PromisedRow } from './page.queries.ts';

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
summary { min-height: 2.75rem; display: flex; align-items: center; color: var(--accent); font-weight: 600; cursor: pointer; }
details { margin-top: 0.5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** Nothing runs, nothing is fetched; the forms go back where they came from. */
export const promisePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
const put = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

function frame(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body>
</html>
`;
}

export type PageState = { local: string; earliest: string; problem: 'wrongTime' | 'tooMany' | null };

/** The page of one promise. Every text that anybody wrote is text. */
export function writePromisePage(row: PromisedRow, language: Language, now: Date, { local, earliest, problem }: PageState): string {
  const words = pageWords[language];
  const name = firstNameOf(row.customer_name);
  const formats = createFormats(language, row.time_zone);
  const fact = (label: string, value: string | null) => (value ? `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>` : '');
  const isOpen = isUnkept(row.state);
  const state = !isOpen
    ? words[row.state === 'withdrawn' ? 'withdrawn' : 'kept']
    : row.proposed_due
      ? put(words.asked, { when: formats.fullDateTime(row.proposed_due) })
      : row.due_at <= now
        ? words.over
        : row.agreed_at
          ? words.agreed
          : words.open;
  const mayAgree = isOpen && !row.agreed_at && !row.proposed_due && row.due_at > now;
  const color = /^#[0-9a-f]{6}$/i.test(row.brand_color) ? row.brand_color : '#0f6b6b';
  const other = `<details${problem ? ' open' : ''}><summary>${escape(row.proposed_due ? words.again : words.other)}</summary>
<form class="other" method="post"><input type="hidden" name="action" value="propose">
<label for="when">${escape(words.when)} <span class="hint">${escape(put(words.zone, { zone: row.time_zone.replaceAll('_', ' ') }))}</span></label>
<input id="when" name="when" type="datetime-local" required min="${earliest}" value="${local}">
<label for="note">${escape(words.note)} <span class="hint">${escape(words.noteHint)}</span></label>
<textarea id="note" name="note" rows="3" maxlength="500"></textarea>
<button>${escape(words.send)}</button></form></details>`;
  return frame(
    language,
    `${words.title} – ${row.brand_name}`,
    `<p class="brand"><svg aria-hidden="true" width="12" height="12"><rect width="12" height="12" rx="3" fill="${color}"/></svg>${escape(row.brand_name)}</p>
<div class="card"><h1>${escape(put(words.hello, { name: name && ` ${name}` }))} ${escape(row.kind === 'callback' ? words.call : words.promised)}</h1>
<p class="what">${escape(row.text)}</p>
<dl>${fact(row.starts_at ? words.newDue : words.due, dueWords(row, language, row.time_zone))}${fact(words.phone, row.kind === 'callback' ? row.phone : null)}${fact(words.by, row.owner_name)}</dl>
<p class="state" role="status">${escape(state)}</p>
${problem ? `<p class="wrong" role="alert">${escape(words[problem])}</p>` : ''}
${mayAgree ? `<form method="post"><input type="hidden" name="action" value="agree"><button>${escape(words.agree)}</button></form>` : ''}
${isOpen ? other : ''}</div>`,
  );
}

/** For a link that opens nothing. */
export function writeNoPage(language: Language, which: 'notThere' | 'tooMany'): string {
  const words = pageWords[language];
  return frame(language, words.title, `<div class="card"><h1>${escape(words[which])}</h1>${which === 'notThere' ? `<p class="what">${escape(words.notThereText)}</p>` : ''}</div>`);
}
