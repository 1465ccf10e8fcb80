import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { createLiveUpdates, readAgain } from './live-updates.ts';
import { ticketKeys } from './ticket-queries.ts';

/** A list whose answers come when the test lets them. */
function aList() {
  const client = new QueryClient();
  const answers: ((rows: string[]) => void)[] = [];
  const queryKey = [...ticketKeys.lists, { view: 'all' }];
  const observer = new QueryObserver<string[]>(client, { queryKey, queryFn: () => new Promise((resolve) => answers.push(resolve)) });
  const stop = observer.subscribe(() => undefined);
  const shown = () => client.getQueryData<string[]>(queryKey);
  return { client, answers, queryKey, shown, stop };
}

test('what was on its way when a change came is read once more, also where something is shown already', async () => {
  const { client, answers, queryKey, shown, stop } = aList();
  answers[0]?.(['old']);
  await expect.poll(shown).toEqual(['old']);
  void client.invalidateQueries({ queryKey });
  await expect.poll(() => answers.length).toBe(2);

  client.setQueryData(queryKey, ['new', 'old']);
  readAgain(client, ticketKeys.lists, { onlyLoading: true });
  answers[1]?.(['old']);
  await expect.poll(() => answers.length).toBe(3);
  answers[2]?.(['new', 'old']);
  await expect.poll(shown).toEqual(['new', 'old']);
  stop();
});

test('a list that nobody is reading is left as it is', async () => {
  const { client, answers, shown, stop } = aList();
  answers[0]?.(['old']);
  await expect.poll(shown).toEqual(['old']);
  readAgain(client, ticketKeys.lists, { onlyLoading: true });
  await new Promise((resolve) => setTimeout(resolve));
  expect(answers).toHaveLength(1);
  stop();
});

test('a crowd of changes is not read one by one: the lists are, and the ticket that is open', async () => {
  const { client, answers, stop } = aList();
  answers[0]?.(['old']);
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url).pathname);
    return Promise.resolve(Response.json({}));
  });
  const updates = createLiveUpdates({ client, me: 1, openTicket: () => 5_000, onMessage: () => undefined });
  for (let number = 1; number <= 5_000; number += 1)
    updates.hear({ type: 'event', position: '', event: { id: number, type: 'ticket.updated', ticket: number, data: {}, created_at: '' } });
  await expect.poll(() => answers.length).toBe(2);
  const tickets = asked.filter((path) => path.startsWith('/api/v1/tickets/'));
  expect(tickets).toContain('/api/v1/tickets/5000');
  expect(tickets.length).toBeLessThanOrEqual(31);
  updates.stop();
  stop();
  vi.unstubAllGlobals();
});
