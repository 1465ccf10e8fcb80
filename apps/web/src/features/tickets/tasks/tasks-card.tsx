import { Avatar, Checkbox, CountBadge, cx, IconButton, Menu, MenuItem, MenuSeparator } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, CalendarClock, Ellipsis, Plus, Trash2, UserRound } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { Card } from '../context/card.tsx';
import type { TicketDetail } from '../store/types.ts';
import { AssigneePicker } from '../ticket/pickers.tsx';
import type { Task } from '../work/work-queries.ts';
import { DuePicker, DueText } from './due-picker.tsx';
import { taskWish } from './task-wish.ts';
import { useTasks, type Tasks } from './use-tasks.ts';

/** What is to be done on this ticket, by whom and until when. */
export function TasksCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const tasks = useTasks(ticket.number);
  const open = tasks.tasks.filter((task) => task.done_at === null).length;
  if (tasks.tasks.length === 0 && !may) return null;
  return (
    <Card id="tasks" title={t('work.tasks')} aside={<><CountBadge count={open} /> <Link to="/tasks" className="rounded-sm text-accent-text underline-offset-2 hover:underline">{t('work.tasks.mine')}</Link></>}>
      <ul aria-label={t('work.tasks')} className="m-0 flex list-none flex-col p-0">
        {tasks.tasks.map((task, at) => <TaskRow key={task.id} task={task} tasks={tasks} may={may} first={at === 0} last={at === tasks.tasks.length - 1} />)}
      </ul>
      {may && <AddTask number={ticket.number} tasks={tasks} />}
    </Card>
  );
}

function TaskRow({ task, tasks, may, first, last }: { task: Task; tasks: Tasks; may: boolean; first: boolean; last: boolean }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const isDone = task.done_at !== null;
  function end(keep: boolean) {
    const text = typed?.trim() ?? '';
    setTyped(null);
    if (keep && text !== '' && text !== task.text) tasks.change(task, { text });
  }
  return (
    <li className="group/task flex items-start gap-2 py-1">
      <span className="flex min-h-6 items-start pt-0.5"><Checkbox ariaLabel={task.text} checked={isDone} disabled={!may} onCheckedChange={(done) => tasks.change(task, { done })} /></span>
      <span className="min-w-0 flex-1">
        {typed === null ? (
          may ? (
            <button type="button" title={t('work.task.edit')} onClick={() => setTyped(task.text)} className={cx('-mx-1 block min-h-6 w-full rounded-md px-1 py-0.5 text-left [overflow-wrap:anywhere] hover:bg-pressed', isDone && 'text-faint line-through')}>{task.text}</button>
          ) : (
            <span className={cx('[overflow-wrap:anywhere]', isDone && 'text-faint line-through')}>{task.text}</span>
          )
        ) : (
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the text under it was just pressed
            autoFocus
            aria-label={t('work.task.text')}
            maxLength={500}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => end(true)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              end(event.key === 'Enter');
            }}
            className="-mx-1 h-7 w-[calc(100%+0.5rem)] rounded-md border border-accent bg-pane px-1 outline-none focus:outline-2 focus:outline-focus coarse:h-11"
          />
        )}
        <span className="flex min-h-5 flex-wrap items-center gap-x-1 text-small">
          {may ? (
            <>
              <DuePicker
                due={task.due}
                onChange={(due) => tasks.change(task, { due })}
                trigger={
                  <button type="button" aria-label={task.due === null ? t('work.task.dueOf', { task: task.text }) : undefined} title={t('work.due')} className={cx(meta, task.due === null && whenNeeded)}>
                    {task.due === null ? <CalendarClock aria-hidden className="size-3.5 text-faint" /> : <DueText task={task} />}
                  </button>
                }
              />
              <AssigneePicker
                value={task.assignee?.id ?? null}
                onChange={(assignee) => tasks.change(task, { assignee })}
                trigger={
                  <button type="button" aria-label={task.assignee ? undefined : t('work.task.assigneeOf', { task: task.text })} title={t('tickets.field.assignee')} className={cx(meta, !task.assignee && whenNeeded)}>
                    {task.assignee ? <Assignee name={task.assignee.name} /> : <UserRound aria-hidden className="size-3.5 text-faint" />}
                  </button>
                }
              />
            </>
          ) : (
            <>
              <DueText task={task} />
              {task.assignee && <Assignee name={task.assignee.name} />}
            </>
          )}
        </span>
      </span>
      {may && (
        <span className={cx('flex shrink-0', whenNeeded)}>
          <Menu align="end" trigger={<button type="button" aria-label={t('work.task.moreOf', { task: task.text })} className={small}><Ellipsis aria-hidden className="size-3.5" /></button>}>
            <MenuItem icon={<ArrowUp />} disabled={first} onSelect={() => tasks.move(task, -1)}>{t('work.task.up')}</MenuItem>
            <MenuItem icon={<ArrowDown />} disabled={last} onSelect={() => tasks.move(task, 1)}>{t('work.task.down')}</MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} danger onSelect={() => tasks.remove(task)}>{t('common.delete')}</MenuItem>
          </Menu>
        </span>
      )}
    </li>
  );
}

/** Below a task's text: what can be pressed to change it */
const meta = '-ml-1 inline-flex min-h-6 min-w-6 max-w-full items-center rounded-md px-1 hover:bg-pressed data-[popup-open]:bg-pressed coarse:min-h-11 coarse:min-w-11 coarse:justify-start';
/** With a mouse, only where it points or the focus is */
const whenNeeded = 'desk:opacity-0 desk:group-hover/task:opacity-100 desk:group-focus-within/task:opacity-100 desk:data-[popup-open]:opacity-100 desk:has-[[data-popup-open]]:opacity-100';

function Assignee({ name }: { name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1 text-faint">
      <Avatar name={name} className="!size-4 !text-[8px]" />
      <span className="truncate">{name}</span>
    </span>
  );
}

const small = 'grid size-6 min-h-target min-w-target place-items-center rounded-md text-faint hover:bg-pressed hover:text-text data-[popup-open]:bg-pressed';

/** A line to type in; Enter adds, and the next one can be typed. */
function AddTask({ number, tasks }: { number: number; tasks: Tasks }) {
  const t = useT();
  const me = useMe().agent;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const [assignee, setAssignee] = useState<number | null>(me.id);
  const [problem, setProblem] = useState<string | null>(null);
  const wish = useStore(taskWish);
  useEffect(() => {
    if (wish?.ticket === number) {
      taskWish.set(null);
      field.current?.focus();
    }
  }, [wish, number]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = text.trim();
    if (given === '') return;
    setText('');
    setProblem(null);
    try {
      await tasks.add({ text: given, due, assignee });
      setDue(null);
    } catch (error) {
      setText((now) => now || given);
      setProblem(problemText(error));
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="pt-1">
      <span className="flex items-center gap-1 rounded-md border border-transparent focus-within:border-field-line hover:border-line">
        <Plus aria-hidden className="ml-0.5 size-4 shrink-0 text-faint" />
        <input ref={field} aria-label={t('work.task.add')} placeholder={t('work.task.add')} maxLength={500} autoComplete="off" value={text} onChange={(event) => setText(event.currentTarget.value)} className="h-control min-w-0 flex-1 bg-transparent px-1 outline-none placeholder:text-faint" />
        {text !== '' && (
          <>
            <DuePicker due={due} onChange={setDue} trigger={<button type="button" aria-label={t('work.due')} title={t('work.due')} className={cx(small, due && 'text-accent-text')}><CalendarClock aria-hidden className="size-3.5" /></button>} />
            <AssigneePicker value={assignee} onChange={setAssignee} trigger={<button type="button" aria-label={t('tickets.field.assignee')} title={t('tickets.field.assignee')} className={cx(small, assignee !== null && 'text-accent-text')}><UserRound aria-hidden className="size-3.5" /></button>} />
            <IconButton type="submit" label={t('work.task.addNow')} icon={<Plus />} className="size-6" />
          </>
        )}
      </span>
      {text !== '' && <p className="m-0 flex gap-2 px-1 pt-0.5 text-small text-faint"><DueText task={{ due, due_at: due, done_at: null }} /><AssigneeName id={assignee} /></p>}
      {problem && <p role="alert" className="m-0 px-1 pt-0.5 text-small text-red">{problem}</p>}
    </form>
  );
}

function AssigneeName({ id }: { id: number | null }) {
  const t = useT();
  const me = useMe().agent;
  return <span>{id === null ? t('tickets.assign.nobody') : id === me.id ? t('work.task.forMe') : ''}</span>;
}
