import type { QueryClient } from '@tanstack/react-query';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import { workKeys } from '../work/work-queries.ts';
import type { Stretch } from './stopwatch.ts';

/** Stretches that the server does not have yet stand in this browser, each under its own name, so that a crash loses none. */
const prefix = 'ombud.time.';

export function keepStretch(stretch: Stretch): void {
  remember(prefix + stretch.stretch, stretch);
}

export function forgetStretch({ stretch }: Pick<Stretch, 'stretch'>): void {
  try {
    localStorage.removeItem(prefix + stretch);
  } catch {
    // Then it was not kept either.
  }
}

/** Tells the server of a stretch. One that does not get through is kept, and told the next time. */
export async function tellStretch(stretch: Stretch, { message, leaving = false, client }: { message?: number; leaving?: boolean; client?: QueryClient } = {}): Promise<void> {
  keepStretch(stretch);
  const { ticket, agent: _agent, ...body } = stretch;
  try {
    // `keepalive`: also while the page is being left.
    const answer = await fetch(`/api/v1/tickets/${ticket}/time`, {
      method: 'POST', keepalive: leaving, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...body, ...(message !== undefined && { message }) }),
    });
    // Read to its end, or the browser keeps the connection for it.
    await answer.arrayBuffer();
    const isFinal = answer.ok || [400, 403, 404, 409].includes(answer.status);
    if (isFinal) forgetStretch(stretch);
    if (answer.ok) void client?.invalidateQueries({ queryKey: workKeys.of(ticket) });
  } catch {
    // No network: it stands in the browser.
  }
}

/** Tells what was left by a crash, or while there was no network; of this agent only. */
export async function tellLeft(agent: number, running: string | null): Promise<void> {
  let names: string[];
  try {
    names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return;
  }
  for (const name of names) {
    const left = readRemembered(name) as Stretch | null; // as keepStretch wrote it
    if (left && left.agent === agent && left.stretch !== running && left.seconds >= 1) await tellStretch(left);
  }
}
