import { Button, RelativeTime, SkeletonLines } from '@ombud/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import { useFormats, useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { useMay } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { DueWords } from './due-words.tsx';
import { ActDialog, type Act } from './feedback-dialogs.tsx';
import { feedbackFile, useTakeFile, type FeedbackFile } from './feedback-queries.ts';

const route = getRouteApi('/signed-in/feedback/$id');

/** One complaint or compliment, with what was done about it. */
export function FeedbackFilePage() {
  const t = useT();
  const { id } = route.useParams();
  const query = useQuery(feedbackFile(id));
  useTitle(t('staff-feedback.title'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-3xl px-6 py-5 max-desk:px-4">
        <Link to="/feedback" className="inline-flex min-h-target items-center text-small text-accent-text underline-offset-2 hover:underline">{t('staff-feedback.title')}</Link>
        {query.data ? <File file={query.data} /> : query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={6} className="py-3" />}
      </div>
    </main>
  );
}

function File({ file }: { file: FeedbackFile }) {
  const t = useT();
  const formats = useFormats();
  const [act, setAct] = useState<Act | null>(null);
  const when = (at: string) => formats.dateTime(new Date(at));
  const told = (it: FeedbackFile['answered'], by: string | null) => (it ? `${when(it.at)} · ${t(`staff-feedback.channel.${it.how}`)}` : by && t('staff-feedback.until', { date: when(by) }));
  return (
    <>
      <h1 className="mt-1 mb-1 text-page font-strong">{t('staff-feedback.of', { kind: t(`staff-feedback.kind.${file.kind}`), who: file.about.name })}</h1>
      <p className="m-0 text-muted"><DueWords item={file} /></p>
      <Actions file={file} onAct={setAct} />
      <blockquote className="m-0 max-w-prose rounded-lg bg-sunken px-4 py-3 whitespace-pre-wrap [overflow-wrap:anywhere]">{file.text}</blockquote>
      <dl className="mt-4 mb-0 grid grid-cols-[minmax(8rem,auto)_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
        {file.wants && <Fact name={t('staff-feedback.wants')}>{file.wants}</Fact>}
        {file.customer && <Fact name={t('staff-feedback.customer')}><Link to="/customers/$id" params={{ id: file.customer.id }} className="text-accent-text underline-offset-2 hover:underline">{file.customer.name}</Link></Fact>}
        {file.ticket !== null && <Fact name={t('staff-feedback.ticket')}><Link to="/inbox/$view/$number" params={{ view: 'all', number: file.ticket }} search={{}} className="text-accent-text underline-offset-2 hover:underline">#{file.ticket}</Link></Fact>}
        <Fact name={t('staff-feedback.received')}>{when(file.received_at)} · {t(`staff-feedback.channel.${file.channel}`)}</Fact>
        <Fact name={t('staff-feedback.filer')}>{file.filed_by.name}</Fact>
        {file.kind === 'complaint' && (
          <>
            <Fact name={t('staff-feedback.owner')}>{file.owner?.name ?? t('staff-feedback.owner.none')}</Fact>
            <Fact name={t('staff-feedback.acknowledged')}>{told(file.acknowledged, file.acknowledge_by)}</Fact>
            <Fact name={t('staff-feedback.answered')}>{told(file.answered, file.answer_by)}</Fact>
          </>
        )}
        {file.outcome && <Fact name={t('staff-feedback.outcome')}>{t(`staff-feedback.outcome.${file.outcome}`)} – {file.outcome_text}</Fact>}
        {file.released && <Fact name={t('staff-feedback.released', { who: file.about.name })}>{file.released.text}</Fact>}
        {file.statement && <Fact name={t('staff-feedback.statement', { who: file.about.name })}>{file.statement.text}</Fact>}
      </dl>
      <History file={file} />
      {act && <ActDialog act={act} file={file} onClose={() => setAct(null)} />}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="m-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function Actions({ file, onAct }: { file: FeedbackFile; onAct(act: Act): void }) {
  const t = useT();
  const mayWrite = useMay('tickets.write');
  const take = useTakeFile();
  const reopen = useMutation({ mutationFn: () => api.post('/api/v1/staff-feedback/{id}/reopen', { path: { id: file.id } }), onSuccess: take });
  if (!mayWrite) return <div className="h-4" />;
  const isOpen = file.closed_at === null;
  const acts: Act[] = [...(isOpen && !file.acknowledged ? (['acknowledgement'] as const) : []), ...(isOpen && !file.answered ? (['answer'] as const) : []), ...(isOpen ? (['close', 'owner'] as const) : []), 'release', 'note'];
  return (
    <div className="my-3 flex flex-wrap gap-2">
      {acts.map((act, place) => <Button key={act} tone={place === 0 && isOpen ? 'primary' : undefined} onClick={() => onAct(act)}>{t(`staff-feedback.act.${act}`)}</Button>)}
      {file.kind === 'complaint' && !isOpen && <Button busy={reopen.isPending} onClick={() => reopen.mutate()}>{t('staff-feedback.act.reopen')}</Button>}
    </div>
  );
}

function History({ file }: { file: FeedbackFile }) {
  const t = useT();
  return (
    <section aria-labelledby="feedback-history" className="mt-6">
      <h2 id="feedback-history" className="m-0 text-title">{t('staff-feedback.history')}</h2>
      <ol className="m-0 mt-2 list-none p-0">
        {file.history.map((entry) => (
          <li key={entry.id} className="border-t border-line-soft py-2">
            <p className="m-0 flex items-baseline gap-2 text-small text-muted">
              <span className="min-w-0 flex-1">{t((entry.what === 'left' || entry.what === 'owner') && entry.text === null ? `staff-feedback.history.${entry.what}.nobody` : `staff-feedback.history.${entry.what}`, { who: entry.by.name })}</span>
              <RelativeTime at={entry.at} className="shrink-0 text-faint" />
            </p>
            {entry.text && <p className="mt-1 mb-0 max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
