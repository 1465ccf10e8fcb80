import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Screen } from './screen.ts';

const atOnce = 8;
/** A session that ends by time has no event of its own: each screen is asked again within so many rounds of a second. */
const rounds = 30;

/**
 * Asks anew who the screens are. After a change of access nothing goes out to a screen until it has been asked;
 * `answer` gets the agent, or null when there is none any more, and trusts the screen or closes it.
 */
export function createRecheck(screens: Set<Screen>, answer: (screen: Screen, actor: AgentActor | null) => Promise<void>, log: Log) {
  const queue = new Set<Screen>();
  let running = 0;
  let round = 0;
  let stopped = false;

  async function ask(screen: Screen): Promise<void> {
    if (!screen.socket.isOpen()) return;
    const { doubts } = screen;
    const actor = await screen.identify();
    // Another change came while we asked: this answer may be from before it.
    if (doubts !== screen.doubts) return void queue.add(screen);
    await answer(screen, actor);
  }

  async function work(): Promise<void> {
    running += 1;
    for (let [screen] = queue; screen && !stopped; [screen] = queue) {
      queue.delete(screen);
      try {
        await ask(screen);
      } catch (error) {
        log.debug({ err: error }, 'cannot ask who a screen is');
        queue.add(screen);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
    running -= 1;
  }

  function start(): void {
    while (running < atOnce && running < queue.size) void work();
  }

  const timer = setInterval(() => {
    round = (round + 1) % rounds;
    [...screens].forEach((screen, index) => index % rounds === round && queue.add(screen));
    start();
  }, 1_000);

  return {
    one(screen: Screen): void {
      screen.doubt();
      queue.add(screen);
      start();
    },
    all(): void {
      for (const screen of screens) {
        screen.doubt();
        queue.add(screen);
      }
      start();
    },
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
