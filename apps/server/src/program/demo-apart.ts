import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { isDemoThere, seedDemo, type Demo } from '../features/demo/index.ts';
import { StartProblem } from './failures.ts';

/** `compiled`: the folder of the compile cache, if one is in use. */
export type DemoTask = { config: Config; databaseUrl: string; compiled: string | null };
export type DemoAnswer = { demo: Demo } | { sentence: string } | { failure: unknown };

/**
 * The demo workspace, made in a process of its own: its rows, and what PostgreSQL's connections learn of its tables, stay in
 * memory for good where they were made, and the program is to serve for weeks. One that is there is found at once.
 * @throws StartProblem with the sentence of what the person can put right; any other error with its message
 */
export async function seedDemoApart(context: Context, databaseUrl: string): Promise<Demo> {
  if (await isDemoThere(context)) return seedDemo(context);
  const cache = getCompileCacheDir();
  const answer = await ask({ config: context.config, databaseUrl, compiled: cache === undefined ? null : dirname(cache) });
  if ('demo' in answer) return answer.demo;
  throw 'sentence' in answer ? new StartProblem(answer.sentence) : answer.failure;
}

function ask(task: DemoTask): Promise<DemoAnswer> {
  const child = fork(new URL('./demo-process.ts', import.meta.url), { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as DemoAnswer)); // it says nothing else
    child.once('error', reject);
    // After the last message; why it ended stands in its own words at the terminal.
    child.once('disconnect', () => reject(new Error('the process that makes the demo ended without an answer')));
    child.send(task, (error) => error && reject(error));
  });
}
