import { createFormats, type Language } from '@ombud/i18n';
import { brandLine, customerPage, escapeHtml as escape, put } from '../../../platform/http/customer-page.ts';
import { pageTakes, scores } from '../satisfaction.rules.ts';
import { surveyWords } from '../survey-words.ts';
import { mostWords } from './answer.commands.ts';
import { ratingPageWords } from './page-words.ts';
import type { RatedRow } from './page.queries.ts';

export type RatingPageState = { /** Chosen by the link, or by what was sent. */ chosen: number | null; words: string; problem: 'choose' | 'tooLong' | 'tooMany' | null };

const day = 86_400_000;

/**
 * The page of one survey. It says nothing of the ticket, of the customer, or of what they have written before: mails are
 * passed on.
 */
export function writeRatingPage(row: RatedRow, language: Language, now: Date, { chosen, words: written, problem }: RatingPageState): string {
  const words = ratingPageWords[language];
  const { scores: names } = surveyWords[language];
  const takes = pageTakes(row, now);
  if (takes === 'expired') return page(row, language, `<h1>${escape(words.expired)}</h1><p class="what">${escape(words.expiredText)}</p>`);
  const until = row.answered_at && createFormats(language, row.time_zone).fullDateTime(new Date(row.answered_at.getTime() + row.change_days * day));
  const thanks = row.score === null ? '' : put(words.thanks, { score: String(row.score), name: names[row.score - 1] ?? '' });
  const told = row.score === null ? '' : `<p class="state" role="status">${escape(thanks)} ${escape(takes === 'change' && until ? put(words.changeable, { day: until }) : words.over)}</p>`;
  if (takes === 'over') return page(row, language, `<h1>${escape(words.title)}</h1>${told}`);
  const picked = chosen ?? row.score;
  const choices = scores.toReversed().map((score) => `<label class="choice"><input type="radio" name="score" value="${score}" required${score === picked ? ' checked' : ''}><span aria-hidden="true">${score}</span> ${escape(names[score - 1] ?? '')}</label>`);
  return page(
    row,
    language,
    `${told}${problem ? `<p class="wrong" role="alert">${escape(words[problem])}</p>` : ''}
<form class="rate" method="post"><fieldset><legend><h1>${escape(words.question)}</h1></legend>${choices.join('')}</fieldset>
<label for="words">${escape(words.words)} <span class="hint">${escape(row.has_words ? words.keepHint : words.wordsHint)}</span></label>
<textarea id="words" name="words" rows="4" maxlength="${mostWords}">${escape(written)}</textarea>
<button>${escape(row.score === null ? words.send : words.change)}</button></form>`,
  );
}

function page(row: RatedRow, language: Language, body: string): string {
  return customerPage(language, `${ratingPageWords[language].title} – ${row.brand_name}`, `${brandLine({ name: row.brand_name, color: row.brand_color })}\n<div class="card">${body}</div>`);
}

/** For a link that opens nothing. */
export function writeNoRatingPage(language: Language, which: 'notThere' | 'tooMany'): string {
  const words = ratingPageWords[language];
  return customerPage(language, words.title, `<div class="card"><h1>${escape(words[which])}</h1>${which === 'notThere' ? `<p class="what">${escape(words.notThereText)}</p>` : ''}</div>`);
}
