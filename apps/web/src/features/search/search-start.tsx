import { Button } from '@ombud/ui';
import { Clock } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { useFields } from '../fields/index.ts';
import { filterNames } from './completions.ts';
import { forgetSearches, useRecentSearches } from './recent-searches.ts';

/** Before anything is typed: what was looked for last, and what can be typed. */
export function SearchStart({ agent, onSearch }: { agent: number; onSearch(q: string): void }) {
  const t = useT();
  const recent = useRecentSearches(agent);
  const fields = useFields();
  return (
    <div className="flex flex-col gap-6 px-2">
      {recent.length > 0 && (
        <section>
          <div className="flex items-center justify-between pb-1">
            <h2 className="text-small font-strong text-muted">{t('search.recent')}</h2>
            <Button tone="plain" onClick={() => forgetSearches(agent)}>{t('search.forget')}</Button>
          </div>
          <ul>
            {recent.map((q) => (
              <li key={q}>
                <button type="button" data-hit onClick={() => onSearch(q)} className="flex min-h-8 w-full items-center gap-3 rounded-md px-2 text-left -outline-offset-2 hover:bg-hover coarse:min-h-11">
                  <Clock aria-hidden className="size-4 shrink-0 text-faint" />
                  <span className="min-w-0 truncate">{q}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="pb-1 text-small font-strong text-muted">{t('search.help')}</h2>
        <p className="pb-2 text-muted">{t('search.help.text')}</p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
          {filterNames.filter((name) => !fields.some(({ key }) => key === name)).map((name) => (
            <div key={name} className="contents">
              <dt className="font-strong">{name}:</dt>
              <dd className="text-muted">{t(`search.filter.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
