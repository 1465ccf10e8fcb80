import { Button, Checkbox, cx, EmptyState, SkeletonLines, StatusIcon } from '@ombud/ui';
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { api, type Page } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { useMay, useMe } from '../../../lib/session.ts';
import { useTitle } from '../../../lib/title.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { statusWord } from '../store/words.ts';
import { ownTasksOptions, workKeys, type OwnTask } from '../work/work-queries.ts';
import { dueState, type DueState } from './due.ts';
import { DueText } from './due-picker.tsx';

const groups: DueState[] = ['overdue', 'today', 'later', 'none'];

/** What I have to do, on whichever ticket: what is over, what is due today, then the rest. */
export function TasksPage() {
  const t = useT();
  const zone = useMe().agent.time_zone;
  const query = useInfiniteQuery(ownTasksOptions);
  const tasks = query.data?.pages.flatMap((page) => page.items);
  const now = new Date();
  useTitle(t('work.tasks.mine'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-3xl px-6 py-5 max-desk:px-4">
        <h1 className="m-0 pb-3 text-page font-strong">{t('work.tasks.mine')}</h1>
        {!tasks && !query.error && <SkeletonLines count={5} />}
        {!tasks && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
        {tasks?.length === 0 && <EmptyState icon={<ListChecks />} title={t('work.tasks.empty.title')} className="py-16">{t('work.tasks.empty.text')}</EmptyState>}
        {groups.map((group) => {
          const members = tasks?.filter((task) => dueState(task, now, zone) === group) ?? [];
          if (members.length === 0) return null;
          return (
            <section key={group} aria-label={t(`work.tasks.group.${group}`)} className="pb-5">
              <h2 className={cx('m-0 border-b border-line-soft pb-1.5 text-small font-strong', group === 'overdue' ? 'text-red' : 'text-muted')}>{t(`work.tasks.group.${group}`)}</h2>
              <ul className="m-0 list-none p-0">{members.map((task) => <OwnTaskRow key={task.id} task={task} />)}</ul>
            </section>
          );
        })}
        {query.hasNextPage && <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.showMore')}</Button>}
      </div>
    </main>
  );
}

function OwnTaskRow({ task }: { task: OwnTask }) {
  const t = useT();
  const may = useMay('tickets.write');
  const client = useQueryClient();

  async function tick(done: boolean): Promise<void> {
    client.setQueryData<InfiniteData<Page<OwnTask>>>(workKeys.mine, (data) => data && done ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== task.id) })) } : data);
    try {
      await api.patch('/api/v1/tickets/{number}/tasks/{task}', { path: { number: task.ticket, task: task.id }, body: { done } });
      if (done) offerUndo(t('work.task.done', { text: task.text }), () => void tick(false));
    } catch (error) {
      toastProblem(error);
    } finally {
      void client.invalidateQueries({ queryKey: workKeys.all });
    }
  }
  return (
    <li className="flex items-start gap-3 border-b border-line-soft py-2.5">
      <span className="pt-0.5"><Checkbox ariaLabel={task.text} checked={false} disabled={!may} onCheckedChange={() => void tick(true)} /></span>
      <Link to="/inbox/$view/$number" params={{ view: 'all', number: task.ticket }} search={{}} className="min-w-0 flex-1 rounded-sm hover:[&_.task]:underline">
        <span className="task block [overflow-wrap:anywhere] underline-offset-2">{task.text}</span>
        <span className="flex min-w-0 items-center gap-1.5 text-small text-muted">
          <StatusIcon status={task.status} label={t(statusWord(task.status))} />
          <span className="min-w-0 truncate">{task.subject || t('tickets.noSubject')}</span>
          <span className="tabular shrink-0 text-faint">#{task.ticket}</span>
          <span aria-hidden className="ml-1 size-2 shrink-0 rounded-[2.5px]" style={{ background: task.brand.color }} />
          <span className="min-w-0 truncate max-desk:hidden">{task.brand.name}</span>
        </span>
      </Link>
      <DueText task={task} className="pt-0.5 text-small" />
    </li>
  );
}
