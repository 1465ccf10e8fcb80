import { Button, IconButton } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Square, Undo2, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMay } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { bulkQuery, runningQuery, type BulkChange } from './bulk-queries.ts';
import { hideBulkChange, showBulkChange, shownBulkChanges, useBulkChanges } from './use-bulk-changes.ts';

const NotChangedDialog = lazy(() => import('./not-changed-dialog.tsx').then((module) => ({ default: module.NotChangedDialog })));

/** ms that one that went well stays; what went wrong stays until it is closed */
const staysFor = 10_000;

/** Bulk changes that are under way or have just ended, in the corner of whatever page is shown: leaving a page does not stop them. */
export function BulkProgress() {
  const may = useMay('tickets.write');
  const client = useQueryClient();
  const { data: running } = useQuery({ ...runningQuery, enabled: may });
  useEffect(() => running?.items.toReversed().forEach((bulk) => showBulkChange(client, bulk)), [running, client]);
  const shown = useStore(shownBulkChanges);
  if (shown.length === 0) return null;
  return (
    <div className="pointer-events-none fixed inset-x-3 bottom-[calc(4.5rem+var(--thumb-bar,0rem)+env(safe-area-inset-bottom))] z-20 mx-auto flex max-w-md flex-col gap-2 desk:right-4 desk:bottom-4 desk:left-auto desk:w-88">
      {shown.map(({ id }) => <Card key={id} id={id} />)}
    </div>
  );
}

function Card({ id }: { id: number }) {
  const t = useT();
  const { data: bulk, isError } = useQuery(bulkQuery(id));
  const { stop, takeBack } = useBulkChanges();
  const [listed, setListed] = useState(false);
  const [attended, setAttended] = useState(false);
  const isRunning = bulk?.status === 'running';
  const stayed = (bulk?.counts.refused ?? 0) + (bulk?.counts.left ?? 0);
  const wentWell = bulk?.status === 'done' && stayed === 0;
  const mayUndo = bulk !== undefined && !isRunning && bulk.undoes === null && bulk.undone_by === null && bulk.counts.changed > 0;
  useEffect(() => {
    if (isError) hideBulkChange(id);
    if (!wentWell || attended) return;
    const timer = setTimeout(() => hideBulkChange(id), staysFor);
    return () => clearTimeout(timer);
  }, [id, isError, wentWell, attended]);
  useCommands([
    { id: 'bulk.stop', label: 'bulk.stop', group: 'general', icon: <Square />, enabled: () => isRunning, run: () => stop(id) },
    { id: 'bulk.show', label: 'bulk.list.title', group: 'general', icon: <CircleAlert />, enabled: () => stayed > 0, run: () => setListed(true) },
  ]);
  if (!bulk) return null;
  const what = t('bulk.progress', { kind: bulk.undoes === null ? 'change' : 'undo' });
  return (
    <section
      aria-label={what}
      onPointerEnter={() => setAttended(true)}
      onPointerLeave={() => setAttended(false)}
      onFocus={() => setAttended(true)}
      onBlur={() => setAttended(false)}
      className="appear pointer-events-auto rounded-lg bg-raised px-3 pt-2.5 pb-3 shadow-float"
    >
      <div className="flex items-start gap-2.5">
        {wentWell && <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-green" />}
        {bulk.status === 'failed' && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-red" />}
        <div role="status" className="min-w-0 flex-1">
          {isRunning ? <p className="font-strong">{what}</p> : <Ending bulk={bulk} />}
        </div>
        {isRunning && <Button tone="plain" onClick={() => stop(id)} className="-my-1 px-2">{t('bulk.stop')}</Button>}
        <IconButton label={t('bulk.close')} icon={<X />} onClick={() => hideBulkChange(id)} className="-my-1 -mr-1.5" />
      </div>
      {isRunning && <Bar bulk={bulk} what={what} />}
      {!isRunning && (stayed > 0 || mayUndo) && (
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          {stayed > 0 && <Button onClick={() => setListed(true)}>{t('bulk.show')}</Button>}
          {mayUndo && <Button icon={<Undo2 aria-hidden className="size-4" />} keys="z" onClick={() => takeBack(id)}>{t('common.undo')}</Button>}
        </div>
      )}
      <Suspense>{listed && <NotChangedDialog bulk={bulk} onClose={() => setListed(false)} />}</Suspense>
    </section>
  );
}

function Bar({ bulk: { progress }, what }: { bulk: BulkChange; what: string }) {
  const t = useT();
  const formats = useFormats();
  const percent = progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  const line = t('bulk.progress.of', { done: formats.number(progress.done), total: formats.number(progress.total) });
  return (
    <>
      <p className="tabular text-muted">{line}</p>
      <div role="progressbar" aria-label={what} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={line} className="mt-2 h-1.5 overflow-hidden rounded-full bg-line">
        <div style={{ width: `${percent}%` }} className="h-full rounded-full bg-accent transition-[width] duration-[var(--calm)]" />
      </div>
    </>
  );
}

/** What became of it, in one or two lines. */
function Ending({ bulk: { status, error, undoes, counts, progress } }: { bulk: BulkChange }) {
  const t = useT();
  const formats = useFormats();
  const { changed, unchanged, refused, left } = counts;
  const besides = [
    unchanged > 0 && changed === 0 && t('bulk.unchanged', { count: unchanged }),
    refused > 0 && t('bulk.refused', { count: refused }),
    left > 0 && t('bulk.left', { count: left }),
  ].filter((text) => text !== false);
  return (
    <>
      {status === 'failed' && <p className="font-strong">{t(`bulk.failed.${error ?? 'failed'}`)}</p>}
      {status === 'stopped' && <p className="font-strong">{t('bulk.stopped', { done: formats.number(progress.done), total: formats.number(progress.total) })}</p>}
      {(status === 'done' || changed > 0) && <p className={status === 'done' ? 'font-strong' : 'text-muted'}>{t(undoes === null ? 'bulk.changed' : 'bulk.putBack', { count: changed })}</p>}
      {besides.map((text) => <p key={text} className="text-muted">{text}</p>)}
    </>
  );
}
