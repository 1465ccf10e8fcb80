import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createStore } from '../../../lib/store.ts';
import { useMe } from '../../../lib/session.ts';
import { keepStretch, tellLeft, tellStretch } from './kept-stretches.ts';
import { createStopwatch, leastSeconds } from './stopwatch.ts';

const second = 1_000;
/** ms; so much of a stretch a crash may cost. */
const keepEvery = 5 * second;
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** What the header shows: of the ticket that is open, s, whole minutes apart. */
export const running = createStore<{ ticket: number; minutes: number } | null>(null);
export const paused = createStore(false);

/** `randomUUID` is there on https and localhost only. */
const newName = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

let endOfMessage: ((ticket: number, message: number) => void) | null = null;

/** The stretch that led to a message ends with it. */
export function endStretch(ticket: number, message: number): void {
  endOfMessage?.(ticket, message);
}

/** Counts the time that somebody has this ticket before them. Saved with each message and on leaving, one entry a stretch. */
export function useStopwatch(ticket: number, on: boolean): void {
  const client = useQueryClient();
  const me = useMe().agent.id;
  useEffect(() => {
    if (!on) return;
    const watch = createStopwatch(ticket, me, newName);
    let lastActive = Date.now();
    let kept = lastActive;
    const touched = () => (lastActive = Date.now());
    const tick = () => {
      const now = Date.now();
      watch.tick({ now, lastActive, visible: !document.hidden, paused: paused.get() });
      const minutes = Math.floor(watch.seconds() / 60);
      if (running.get()?.ticket !== ticket || running.get()?.minutes !== minutes) running.set({ ticket, minutes });
      if (now - kept >= keepEvery) keep();
    };
    const keep = () => {
      kept = Date.now();
      const current = watch.current();
      if (current && current.seconds >= leastSeconds) keepStretch(current);
    };
    const end = ({ message, leaving = false }: { message?: number; leaving?: boolean } = {}) => {
      const ended = watch.end();
      if (ended && ended.seconds >= (message === undefined ? leastSeconds : 1)) void tellStretch(ended, { message, leaving, client });
    };
    const onHidden = () => document.hidden && keep();
    const onLeave = () => (tick(), end({ leaving: true }));
    const ofMessage = (number: number, message: number) => number === ticket && (tick(), end({ message }));

    void tellLeft(me, null);
    tick();
    endOfMessage = ofMessage;
    const timer = setInterval(tick, second);
    for (const sign of signs) addEventListener(sign, touched, { passive: true, capture: true });
    document.addEventListener('visibilitychange', onHidden);
    addEventListener('pagehide', onLeave);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', onLeave);
      if (endOfMessage === ofMessage) endOfMessage = null;
      tick();
      end();
      running.set(null);
      paused.set(false);
    };
  }, [client, me, ticket, on]);
}
