import { Button, EmptyState, RelativeTime, Select, SkeletonLines, Tabs } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Smile } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { readAnswersSearch } from './answers-search.ts';
import { FollowUp } from './satisfaction-card.tsx';
import { answerPages, figuresDays, figuresOf, type GivenAnswer } from './satisfaction-queries.ts';
import { ScoreMark, scoreWord } from './score-mark.tsx';

const route = getRouteApi('/signed-in/satisfaction');

/** What customers said, newest first; and above it how they answered of late. */
export function AnswersPage() {
  const t = useT();
  const search = readAnswersSearch(route.useSearch());
  const query = useInfiniteQuery(answerPages(search));
  const answers = query.data?.pages.flatMap((page) => page.items);
  const narrowed = search.show !== undefined || search.brand !== undefined || search.score !== undefined;
  useTitle(t('satisfaction.page.title'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-3xl px-6 py-5 max-desk:px-4">
        <h1 className="m-0 text-page font-strong">{t('satisfaction.page.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-muted">{t('satisfaction.page.lead')}</p>
        <RecentFigures brand={search.brand} />
        <Filters />
        {!answers && !query.error && <SkeletonLines count={5} className="py-3" />}
        {!answers && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
        {answers?.length === 0 && <EmptyState icon={<Smile />} title={t(narrowed ? 'satisfaction.page.none.title' : 'satisfaction.page.empty.title')} className="py-16">{t(narrowed ? 'satisfaction.page.none.text' : 'satisfaction.page.empty.text')}</EmptyState>}
        <ul className="m-0 list-none p-0">{answers?.map((answer) => <AnswerRow key={answer.id} answer={answer} />)}</ul>
        {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
      </div>
    </main>
  );
}

function RecentFigures({ brand }: { brand: number | undefined }) {
  const t = useT();
  const formats = useFormats();
  const { data } = useQuery(figuresOf(brand));
  if (!data || data.asked + data.answered === 0) return null;
  const facts = [
    ['satisfaction.figures.average', data.average === null ? '–' : t('satisfaction.ofFive', { score: formats.decimal(data.average) })],
    ['satisfaction.figures.answered', t('satisfaction.figures.of', { answered: formats.decimal(data.answered), asked: formats.decimal(data.asked) })],
  ] as const;
  return (
    <section aria-label={t('satisfaction.figures', { days: figuresDays })} className="mb-4 rounded-lg bg-sunken px-4 py-3">
      <h2 className="m-0 text-small font-strong text-muted">{t('satisfaction.figures', { days: figuresDays })}</h2>
      <dl className="m-0 mt-1.5 flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-small text-muted">{t(label)}</dt>
            <dd className="tabular m-0 text-title">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const any = 'any';

function Filters() {
  const t = useT();
  const { brands } = useMe();
  const { show, brand, score } = readAnswersSearch(route.useSearch());
  const navigate = route.useNavigate();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft pb-3">
      <Tabs
        label={t('satisfaction.page.filter')}
        value={show ?? 'all'}
        tabs={[{ value: 'all', label: t('satisfaction.page.all') }, { value: 'unfinished', label: t('satisfaction.page.unfinished') }]}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, show: next === 'unfinished' ? next : undefined }) })}
      />
      {brands.length > 1 && (
        <div className="w-44 max-w-full"><Select
          ariaLabel={t('guidelines.brand')}
          value={String(brand ?? any)}
          choices={[{ value: any, label: t('satisfaction.page.anyBrand') }, ...brands.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(next) => void navigate({ search: (before) => ({ ...before, brand: next === any ? undefined : Number(next) }) })}
        /></div>
      )}
      <div className="w-52 max-w-full"><Select
        ariaLabel={t('satisfaction.page.score')}
        value={String(score ?? any)}
        choices={[{ value: any, label: t('satisfaction.page.anyScore') }, ...[5, 4, 3, 2, 1].map((each) => ({ value: String(each), label: `${each} – ${t(scoreWord(each))}` }))]}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, score: next === any ? undefined : Number(next) }) })}
      /></div>
    </div>
  );
}

function AnswerRow({ answer }: { answer: GivenAnswer }) {
  const t = useT();
  return (
    <li className="border-b border-line-soft">
      <Link to="/inbox/$view/$number" params={{ view: 'all', number: answer.ticket }} search={{}} className="block rounded-sm px-1 py-3 -outline-offset-2 hover:bg-hover">
        <span className="flex items-center gap-2">
          {answer.score !== null && <ScoreMark score={answer.score} low={answer.low} />}
          <span className="min-w-0 flex-1 truncate font-strong">{answer.requester.name}</span>
          {answer.answered_at && <RelativeTime at={answer.answered_at} className="shrink-0 text-small text-faint" />}
        </span>
        {answer.words && <span className="mt-1.5 block whitespace-pre-wrap [overflow-wrap:anywhere]">{answer.words}</span>}
        <span className="mt-1 flex min-w-0 items-center gap-1.5 text-small text-muted">
          <span className="min-w-0 truncate">{answer.subject || t('tickets.noSubject')}</span>
          <span className="tabular shrink-0 text-faint">#{answer.ticket}</span>
          <span aria-hidden className="ml-1 size-2 shrink-0 rounded-[2.5px]" style={{ background: answer.brand.color }} />
          <span className="min-w-0 truncate">{answer.brand.name}</span>
        </span>
        <FollowUp survey={answer} />
      </Link>
    </li>
  );
}
