import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import type { DemoAnswer, DemoTask } from './demo-apart.ts';

/** Started by `seedDemoApart`: makes the demo, answers with it, and ends. */

// The program hears the same signals: it lets a demo become whole, and takes this process along if it ends at once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit(1));

const [task] = (await once(process, 'message')) as [DemoTask]; // the first message, and the only one
if (task.compiled !== null) enableCompileCache(task.compiled);
const answer = await work(task);
process.send?.(answer, () => process.exit());

async function work({ config, databaseUrl }: DemoTask): Promise<DemoAnswer> {
  // Loaded only now, so that it comes from the compile cache.
  const [{ createContext }, { seedDemo }, { startFailure }] = await Promise.all([import('../wiring.ts'), import('../features/demo/index.ts'), import('./failures.ts')]);
  try {
    const { context, stop } = await createContext(config, databaseUrl);
    try {
      const demo = await seedDemo(context);
      await context.wake.flush();
      return { demo };
    } finally {
      await stop();
    }
  } catch (error) {
    const sentence = startFailure(error);
    return sentence === null ? { failure: error } : { sentence };
  }
}
