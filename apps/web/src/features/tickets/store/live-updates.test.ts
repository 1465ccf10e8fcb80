import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { readAgain } from './live-updates.ts';
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
