import { createFormats, type Language } from '@ombud/i18n';
import { brandLine, customerPage, escapeHtml as escape, put } from '../../../platform/http/customer-page.ts';
import { firstNameOf } from '../../placeholders/index.ts';
import { isUnkept } from '../../commitment-rows/index.ts';
import { dueWords } from '../customer-words.ts';
import { pageWords } from './page-words.ts';
import type { PromisedRow } from './page.queries.ts';

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
  const other = `<details${problem ? ' open' : ''}><summary>${escape(row.proposed_due ? words.again : words.other)}</summary>
<form class="other" method="post"><input type="hidden" name="action" value="propose">
<label for="when">${escape(words.when)} <span class="hint">${escape(put(words.zone, { zone: row.time_zone.replaceAll('_', ' ') }))}</span></label>
<input id="when" name="when" type="datetime-local" required min="${earliest}" value="${local}">
<label for="note">${escape(words.note)} <span class="hint">${escape(words.noteHint)}</span></label>
<textarea id="note" name="note" rows="3" maxlength="500"></textarea>
<button>${escape(words.send)}</button></form></details>`;
  return customerPage(
    language,
    `${words.title} – ${row.brand_name}`,
    `${brandLine({ name: row.brand_name, color: row.brand_color })}
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
  return customerPage(language, words.title, `<div class="card"><h1>${escape(words[which])}</h1>${which === 'notThere' ? `<p class="what">${escape(words.notThereText)}</p>` : ''}</div>`);
}
