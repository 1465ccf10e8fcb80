import { createRepeat } from '../../../lib/in-turn.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { hideDraft, showDraft } from './draft-mark.ts';
import { requestOf, type Answer as Arrived } from './request-of.ts';
import { KeptForLater, newKey, onceWith, unsent, type Action, type Keeper, type Once, type Unsent } from './send-once.ts';
import { isUnreachable, isUnsure, judge, mustWait, nextToSend, waitBeforeTry, withoutPastTime } from './sending-rules.ts';
import { exchangeUnsent, findUnsent, forgetAllUnsent, forgetUnsent, keepUnsent, readUnsent } from './unsent-database.ts';

export interface QueueOptions {
  agent: number;
  /** The subject of a ticket, as far as it is known here */
  subjectOf(ticket: number): string;
  onSent(action: Unsent, answer: Arrived): void;
  onRefused(action: Unsent): void;
  /** How many have gone out, once all that could go has gone */
  onFlushed(sent: number): void;
}

export interface UnsentQueue extends Keeper {
  /** Sends what waits, now */
  flush(): Promise<void>;
  /** Sends a refused or held one again; `anyway`: although somebody has written meanwhile */
  retry(key: string, options?: { anyway?: boolean }): Promise<void>;
  /** Takes it out without sending it; what it was written as is a draft again */
  drop(key: string): Promise<void>;
  /** Throws it away, with the draft that it was written as. Answers what brings it back; null when it has gone already */
  discard(key: string): Promise<(() => Promise<void>) | null>;
  dropAll(): Promise<void>;
  stop(): void;
}

/** Runs the work while no other tab does the same; where the browser has no locks (a page without TLS), the server's keys alone guard. */
function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? (navigator.locks.request(name, work) as Promise<Result>) : work(); // its type awaits once too often
}

/**
 * Every reply and change is written down here before it is sent, and struck out when the server has answered. What found
 * nobody waits, in order, and goes out once, whichever tab of the browser finds the server first.
 */
export function createUnsentQueue({ agent, subjectOf, onSent, onRefused, onFlushed }: QueueOptions): UnsentQueue {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`ombud.unsent.${agent}`) : null;
  /** Being sent for the first time by this tab: not shown, and not the queue's to send */
  const direct = new Set<string>();
  const turns = new Map<number, Promise<void>>();
  let newest = 0;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const lockOf = (key: string) => `ombud.unsent.action.${key}`;
  const isReachable = () => navigator.onLine !== false;

  async function show(): Promise<void> {
    const all = await readUnsent(agent);
    if (!stopped) unsent.set(all.filter(({ key, kind }) => !direct.has(key) && kind !== 'discard'));
  }

  async function tell(): Promise<void> {
    channel?.postMessage(null);
    await show();
  }

  function note(action: Action): Unsent {
    newest = Math.max(Date.now(), newest + 1);
    return { ...action, key: newKey(), agent, subject: action.kind === 'ticket' ? action.body.subject : subjectOf(action.ticket), madeAt: newest, triedAt: null, tries: 0, refused: null };
  }

  async function strikeOut(action: Unsent): Promise<void> {
    await forgetUnsent(action.key);
    showDraft(action);
  }

  /** @param otherwise what is told when this browser keeps nothing (a closed IndexedDB) */
  async function keep(action: Unsent, otherwise: unknown): Promise<never> {
    hideDraft(action);
    await keepUnsent(action).catch(() => {
      showDraft(action);
      throw otherwise;
    });
    await tell();
    later();
    throw new KeptForLater();
  }

  /** Tried again after a while, even if nothing says that the line is back. */
  function later(): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void flush(), waitBeforeTry(attempt));
    attempt += 1;
  }

  /** What is done to one ticket arrives in the order in which it was done: not even a fast line lets one overtake another. */
  function send<Answer>(given: Action, request: (once: Once) => Promise<Answer>): Promise<Answer> {
    const action = note(given);
    const before = turns.get(given.ticket);
    const turn = before ? before.then(() => sendNow(action, request)) : sendNow(action, request);
    const ended = turn.then(
      () => undefined,
      () => undefined,
    );
    turns.set(given.ticket, ended);
    void ended.then(() => turns.get(given.ticket) === ended && turns.delete(given.ticket));
    return turn;
  }

  async function sendNow<Answer>(action: Unsent, request: (once: Once) => Promise<Answer>): Promise<Answer> {
    if (mustWait(action, unsent.get()) || !isReachable()) return keep(action, new ApiProblem({ code: 'offline', status: 0 }));
    const tried = { ...action, triedAt: action.madeAt };
    direct.add(action.key);
    hideDraft(action);
    // Written while it is on its way: neither waits for the other.
    const written = keepUnsent(tried).catch(() => undefined);
    try {
      const answer = await alone(lockOf(action.key), () => request(onceWith(action.key)));
      await written;
      await strikeOut(action).catch(() => undefined);
      return answer;
    } catch (error) {
      await written;
      if (isUnreachable(error)) {
        direct.delete(action.key);
        return keep(tried, error);
      }
      await strikeOut(action).catch(() => undefined);
      throw error;
    } finally {
      direct.delete(action.key);
    }
  }

  /** @returns false when nothing more can go out for now */
  async function sendNext(found: Unsent): Promise<{ goOn: boolean; sent: boolean }> {
    return alone(lockOf(found.key), async () => {
      // Another tab may have sent it, or its agent taken it out, while the lock was waited for.
      const kept = await findUnsent(found.key);
      // One that may have arrived stays as it is, or its key would no longer fit it.
      const action = kept?.triedAt === null ? withoutPastTime(kept, Date.now()) : kept;
      if (!action || action.refused) return { goOn: true, sent: false };
      if (isUnsure(action, Date.now())) {
        await refuse(action, { code: 'unsure', reference: null });
        return { goOn: true, sent: false };
      }
      const tried = { ...action, triedAt: action.triedAt ?? Date.now() };
      await keepUnsent(tried);
      try {
        const answer = await requestOf(action, onceWith(action.key));
        await strikeOut(action);
        await tell();
        onSent(action, answer);
        return { goOn: true, sent: action.kind !== 'discard' };
      } catch (error) {
        const outcome = judge(error, action.tries);
        if (outcome === 'signed-out') return { goOn: false, sent: false };
        if (outcome !== 'later' && action.kind === 'discard') {
          // The ticket is gone, or no longer theirs: there is nothing left to forget.
          await strikeOut(action);
          return { goOn: true, sent: false };
        }
        if (outcome !== 'later') {
          await refuse(tried, outcome);
          return { goOn: true, sent: false };
        }
        if (!isUnreachable(error)) await keepUnsent({ ...tried, tries: action.tries + 1 });
        later();
        return { goOn: false, sent: false };
      }
    });
  }

  async function refuse(action: Unsent, refused: NonNullable<Unsent['refused']>): Promise<void> {
    const kept = { ...action, refused };
    await keepUnsent(kept);
    await tell();
    onRefused(kept);
  }

  async function sendAll(): Promise<void> {
    let sent = 0;
    await alone(`ombud.unsent.${agent}`, async () => {
      for (;;) {
        const waiting = (await readUnsent(agent)).filter(({ key }) => !direct.has(key));
        const next = stopped || !isReachable() ? undefined : nextToSend(waiting);
        if (!next) return;
        const { goOn, sent: didSend } = await sendNext(next);
        if (didSend) sent += 1;
        if (!goOn) return;
        attempt = 0;
      }
    });
    await show();
    if (sent > 0) onFlushed(sent);
  }

  const sendAllInTurn = createRepeat(() => sendAll().catch(() => later()));

  function flush(): Promise<void> {
    clearTimeout(timer);
    return sendAllInTurn();
  }

  async function drop(key: string): Promise<void> {
    const action = await findUnsent(key);
    if (!action) return;
    await strikeOut(action);
    await tell();
    // What stood behind it may go now.
    void flush();
  }

  async function discard(key: string): Promise<(() => Promise<void>) | null> {
    const action = await findUnsent(key);
    if (!action) return null;
    const forgets: Unsent | null = action.kind === 'message' ? { ...action, kind: 'discard', body: { kind: action.body.kind, html: action.body.html ?? '' }, key: newKey(), triedAt: null, tries: 0, refused: null } : null;
    await (forgets ? exchangeUnsent(key, forgets) : forgetUnsent(key));
    await tell();
    void flush();
    return async () => {
      hideDraft(action);
      await (forgets ? exchangeUnsent(forgets.key, action) : keepUnsent(action));
      await tell();
      void flush();
    };
  }

  if (channel) channel.onmessage = () => void show();

  return {
    send,
    flush,
    drop,
    discard,
    async retry(key, { anyway = false } = {}) {
      const action = await findUnsent(key);
      if (!action) return;
      const next: Unsent = withoutPastTime({ ...action, refused: null, tries: 0 }, Date.now());
      const isOverdue = next.kind === 'message' && action.kind === 'message' && next.body !== action.body;
      // Another request than the one that was refused, or one whose agent has looked: a key of its own.
      const fresh = anyway || isOverdue || action.refused?.code === 'unsure' || action.refused?.code === 'key_reused';
      if (anyway && next.kind === 'message') next.body = { ...next.body, seen: undefined };
      await (fresh ? exchangeUnsent(key, { ...next, key: newKey(), triedAt: null }) : keepUnsent(next));
      await tell();
      await flush();
    },
    async dropAll() {
      for (const action of await readUnsent(agent)) showDraft(action);
      await forgetAllUnsent(agent);
      await tell();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      channel?.close();
      unsent.set([]);
    },
  };
}
