import type { Context } from '../../context.ts';
import { noteLive } from '../availability/index.ts';
import type { Screen } from './screen.ts';

const every = 60_000;
/** Noted again after this; whoever has gone is away some ten minutes later at the earliest. */
const freshFor = 4 * 60_000;

/** Keeps in the agents' rows that screens of theirs are open, for the workspace's screens in this process. */
export function createRoll({ db, clock, log, workspaceId, screens }: Pick<Context, 'db' | 'clock' | 'log'> & { workspaceId: number; screens: Set<Screen> }) {
  async function note(agentIds: number[], unlessWithin: number): Promise<void> {
    if (agentIds.length === 0) return;
    const now = clock.now();
    try {
      await noteLive(db, workspaceId, agentIds, { now, unlessSince: new Date(now.getTime() - unlessWithin) });
    } catch (error) {
      log.debug({ err: error }, 'cannot note who is there');
    }
  }

  const call = () => note([...new Set([...screens].filter(({ subscribed }) => subscribed).map(({ actor }) => actor.id))], freshFor);
  const timer = setInterval(() => void call(), every);

  return {
    call,
    /** Their time without a screen begins now. */
    gone: (screen: Screen) => note(screen.subscribed ? [screen.actor.id] : [], every),
    stop: () => clearInterval(timer),
  };
}
