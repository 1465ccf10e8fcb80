import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { say } from '../../../lib/i18n.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { useNames } from '../store/people.ts';
import { editWork, workOptions, type NewTask, type Task, type TaskPatch } from '../work/work-queries.ts';

/** The tasks of a ticket; every change is shown first and saved after. */
export function useTasks(number: number) {
  const client = useQueryClient();
  const names = useNames();
  const tasks = useQuery(workOptions(number)).data?.tasks ?? [];

  function edit(change: (tasks: Task[]) => Task[], save: () => Promise<unknown>, again: () => void): void {
    editWork(client, number, (work) => ({ ...work, tasks: change(work.tasks) }), save).catch((error: unknown) => toastProblem(error, again));
  }

  function change(task: Task, patch: TaskPatch): void {
    const save = () => api.patch('/api/v1/tickets/{number}/tasks/{task}', { path: { number, task: task.id }, body: patch });
    edit((list) => list.map((each) => (each.id === task.id ? applied(each, patch) : each)), save, () => change(task, patch));
  }

  function applied(task: Task, { text, done, due, assignee }: TaskPatch): Task {
    return {
      ...task,
      ...(text !== undefined && { text }),
      ...(due !== undefined && { due, due_at: due }),
      ...(done !== undefined && { done_at: done ? new Date().toISOString() : null }),
      ...(assignee !== undefined && { assignee: assignee === null ? null : { id: assignee, name: names.agent(assignee) } }),
    };
  }

  return {
    tasks,
    change,
    /** Resolves when it stands in the list; what was refused is thrown, so that the text stays in the field. */
    async add(body: NewTask): Promise<void> {
      const task = await api.post('/api/v1/tickets/{number}/tasks', { path: { number }, body });
      await editWork(client, number, (work) => ({ ...work, tasks: [...work.tasks, task] }), () => Promise.resolve());
    },
    /** One place up or down. */
    move(task: Task, by: -1 | 1): void {
      const others = tasks.filter(({ id }) => id !== task.id);
      const to = Math.min(others.length, Math.max(0, tasks.indexOf(task) + by));
      const after = others[to - 1]?.id ?? null;
      const save = () => api.patch('/api/v1/tickets/{number}/tasks/{task}', { path: { number, task: task.id }, body: { after } });
      edit(() => others.toSpliced(to, 0, task), save, () => this.move(task, by));
    },
    remove(task: Task): void {
      const save = () => api.delete('/api/v1/tickets/{number}/tasks/{task}', { path: { number, task: task.id } });
      edit((list) => list.filter(({ id }) => id !== task.id), save, () => this.remove(task));
      const body: NewTask = { text: task.text, assignee: task.assignee?.id ?? null, due: task.due };
      offerUndo(say('work.task.removed'), () => void this.add(body).catch((error: unknown) => toastProblem(error)));
    },
  };
}

export type Tasks = ReturnType<typeof useTasks>;
