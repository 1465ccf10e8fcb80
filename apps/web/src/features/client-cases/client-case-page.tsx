import { Button, Chip, cx, FileSize, RelativeTime, SkeletonLines, StatusChip } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Download } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { BrandDot } from '../../lib/brand-dot.tsx';
import { useFormats, useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { ApiProblem } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import { Missing } from '../../shell/route-states.tsx';
import { PlainText } from '../tickets/thread/plain-text.tsx';
import { useCasesSearch } from './cases-search.ts';
import { caseQuery, messagesQuery, type ClientMessage, type OpenClientCase } from './client-queries.ts';
import { useReadingKeys } from './reading-keys.ts';

/** One case as its reader may see it; there is nothing on it to change. */
export function ClientCasePage({ number }: { number: number }) {
  const t = useT();
  const found = useQuery(caseQuery(number));
  const [search, show] = useCasesSearch();
  const back = useRef(() => show(search));
  useEffect(() => {
    back.current = () => show(search);
  });
  useTitle(found.data && `#${number} ${found.data.subject}`);
  useReadingKeys({ back });
  if (found.error instanceof ApiProblem && found.error.code === 'not_found') return <Missing />;
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-5">
      <Link to="/cases/$" params={{ _splat: '' }} search={(before: object) => before} className="mb-3 inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
        <ArrowLeft aria-hidden className="size-4" />
        {t('clients.back')}
      </Link>
      {found.isPending && <SkeletonLines count={6} />}
      {found.error && !found.data && <LoadFailed error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Head of={found.data} />}
      {found.data && <Messages number={number} />}
    </div>
  );
}

function Head({ of }: { of: OpenClientCase }) {
  const t = useT();
  const formats = useFormats();
  const contact = of.contact && [...of.contact.emails, ...of.contact.phones];
  return (
    <>
      <h1 className="m-0 text-page font-strong [overflow-wrap:anywhere]">{of.subject || t('tickets.noSubject')}</h1>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <StatusChip status={of.status} label={t(`tickets.status.${of.status}`)} />
        <span className="tabular">#{of.number}</span>
        <span>{t(`tickets.channel.${of.channel}`)}</span>
        <span className="flex items-center gap-1.5"><BrandDot color={of.brand.color} />{of.brand.name}</span>
        <span>{of.requester || t('clients.noName')}</span>
        <RelativeTime at={of.created_at} />
      </div>
      {contact && contact.length > 0 && <p className="mt-1 mb-0 text-muted [overflow-wrap:anywhere]">{t('clients.contact')}: {formats.list(contact)}</p>}
      {of.promises.length > 0 && (
        <Part title={t('clients.promises')}>
          <ul className="m-0 list-none p-0">
            {of.promises.map(({ id, text, state, due_at, due_on }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 py-1">
                <Chip tone={state === 'broken' ? 'red' : state === 'kept' ? 'green' : state === 'kept_late' ? 'amber' : state === 'open' ? 'blue' : 'neutral'}>{state === 'open' ? t('clients.promise.open') : t(`commitments.state.${state}`)}</Chip>
                <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
                <span className="text-small text-muted">{t('clients.promise.due', { when: due_on === null ? formats.dateTime(new Date(due_at)) : formats.date(new Date(`${due_on}T12:00:00`)) })}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {of.satisfaction && (
        <Part title={t('clients.rated')}>
          <p className="m-0"><span className="font-strong">{t('satisfaction.ofFive', { score: formats.decimal(of.satisfaction.score) })}</span> · <RelativeTime at={of.satisfaction.answered_at} className="text-muted" /></p>
          {of.satisfaction.words && <p className="mt-1 mb-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{of.satisfaction.words}</p>}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4 rounded-lg bg-sunken px-4 py-3">
      <h2 className="m-0 mb-1 text-small font-strong text-muted">{title}</h2>
      {children}
    </section>
  );
}

function Messages({ number }: { number: number }) {
  const t = useT();
  const query = useInfiniteQuery(messagesQuery(number));
  const messages = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-label={t('clients.messages')} className="mt-6">
      <h2 className="sr-only">{t('clients.messages')}</h2>
      {!messages && !query.error && <SkeletonLines count={6} />}
      {!messages && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {messages?.length === 0 && <p className="text-muted">{t('clients.messages.empty')}</p>}
      <ol className="m-0 flex list-none flex-col gap-3 p-0">{messages?.map((message) => <Message key={message.id} number={number} of={message} />)}</ol>
      {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-3">{t('common.showMore')}</Button>}
    </section>
  );
}

function Message({ number, of: { kind, from, written_by, text, created_at, attachments } }: { number: number; of: ClientMessage }) {
  const t = useT();
  const who = from || (written_by === 'customer' ? t('clients.noName') : t(`clients.written.${written_by}`));
  return (
    <li className={cx('rounded-lg border px-4 py-3', kind === 'note' ? 'border-note-line bg-note' : 'border-line-soft')}>
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <span className="font-strong">{who}</span>
        {kind === 'note' && <Chip tone="note">{t('clients.note')}</Chip>}
        {written_by !== 'customer' && from && <span className="text-small text-muted">{t(`clients.written.${written_by}`)}</span>}
        <RelativeTime at={created_at} className="ml-auto text-small text-faint" />
      </div>
      <PlainText text={text} />
      {attachments.length > 0 && (
        <ul aria-label={t('tickets.attachments.label', { count: attachments.length })} className="m-0 mt-2 flex list-none flex-wrap gap-2 p-0">
          {attachments.map(({ id, name, size }) => (
            <li key={id} className="min-w-0 max-w-full">
              <a href={`/api/v1/client/cases/${number}/attachments/${id}`} download={name} className="flex min-h-9 min-w-0 items-center gap-2 rounded-md border border-line bg-pane px-2.5 text-small hover:border-muted coarse:min-h-11">
                <Download aria-hidden className="size-3.5 shrink-0 text-muted" />
                <span className="min-w-0 truncate">{name}</span>
                <FileSize bytes={size} className="shrink-0 text-faint" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
