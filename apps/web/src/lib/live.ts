import { useSyncExternalStore } from 'react';
import { createStore } from './store.ts';

/** What this agent does on a ticket, and what colleagues see of it. */
export type LiveState = 'open' | 'looking' | 'writing';

export interface LiveEvent {
  id: number;
  type: string;
  /** The ticket's number, when it happened on one */
  ticket: number | null;
  data: Record<string, unknown>;
  created_at: string;
  [field: string]: unknown;
}

export interface PresentAgent {
  id: number;
  name: string;
  state: LiveState;
}

export type ServerMessage =
  | { type: 'event'; position: string; event: LiveEvent }
  | { type: 'presence'; ticket: number; agents: PresentAgent[] }
  | { type: 'ready'; position: string }
  /** How many notifications are unread, the newest of them and the newest that may be heard */
  | { type: 'bell'; unread: number; newest: number | null; ring: number | null }
  /** What is offered to this agent now */
  | { type: 'offers'; ids: number[] }
  /** Too far behind: what is on the screen has to be fetched again */
  | { type: 'reset' };

export type ConnectionState = 'connecting' | 'open' | 'waiting' | 'stopped';

export interface LiveOptions {
  /** Makes the socket; a test gives its own */
  open(): WebSocket;
  random?(): number;
  /** The server no longer takes this session */
  onRefused?(): void;
}

export interface Live {
  start(): void;
  stop(): void;
  subscribe(listener: (message: ServerMessage) => void): () => void;
  /** Tells colleagues what this agent does: null when no ticket is open. Kept and told again after a reconnect. */
  setPresence(ticket: number | null, state?: LiveState): void;
  state: { get(): ConnectionState; subscribe(listener: () => void): () => void };
}

/** As the server closes it (features/live/messages.ts). */
const refused = 4401;
const firstWait = 500;
const longestWait = 8_000;
/** A page that comes back after hearing nothing for so long (ms) does not trust its socket. */
const distrustAfter = 45_000;

/** Wait before attempt n (0, 1, …), ms: doubled each time, with jitter of half, so that a restart is not a stampede. */
export function waitBefore(attempt: number, random: number): number {
  const whole = Math.min(longestWait, firstWait * 2 ** attempt);
  return Math.round(whole / 2 + (whole / 2) * random);
}

function readMessage(data: unknown): ServerMessage | null {
  try {
    const message = JSON.parse(String(data)) as ServerMessage;
    return typeof message?.type === 'string' ? message : null;
  } catch {
    return null;
  }
}

/**
 * One socket for the page. After a break it names the last position it saw, and the server sends what was missed;
 * so a subscriber sees every event, in order, exactly once.
 */
export function createLive({ open, random = Math.random, onRefused }: LiveOptions): Live {
  const state = createStore<ConnectionState>('stopped');
  const listeners = new Set<(message: ServerMessage) => void>();
  let socket: WebSocket | null = null;
  let position: string | null = null;
  let presence: { ticket: number | null; state: LiveState } = { ticket: null, state: 'open' };
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastHeard = 0;

  const send = (message: unknown) => socket?.readyState === 1 && socket.send(JSON.stringify(message));

  function connect() {
    clearTimeout(timer);
    state.set('connecting');
    const mine = open();
    socket = mine;
    mine.onopen = () => {
      send({ type: 'hello', after: position });
      if (presence.ticket !== null) send({ type: 'presence', ...presence });
    };
    mine.onmessage = ({ data }) => {
      const message = readMessage(data);
      if (!message || socket !== mine) return;
      lastHeard = Date.now();
      if (message.type === 'event' || message.type === 'ready') position = message.position;
      if (message.type === 'reset') position = null;
      if (message.type === 'ready') {
        attempt = 0;
        state.set('open');
      }
      for (const listener of listeners) listener(message);
    };
    mine.onclose = (event) => {
      if (socket !== mine) return;
      retry();
      if (event?.code === refused) onRefused?.();
    };
  }

  function retry() {
    socket = null;
    if (state.get() === 'stopped') return;
    state.set('waiting');
    clearTimeout(timer);
    timer = setTimeout(connect, waitBefore(attempt, random()));
    attempt += 1;
  }

  /** Back online or back on the screen: do not sit out the rest of a long wait. */
  function wake() {
    if (state.get() === 'waiting' && !globalThis.document?.hidden) {
      attempt = 0;
      connect();
    } else if (state.get() === 'open' && Date.now() - lastHeard > distrustAfter) {
      // It may be dead without knowing; a new one costs little and misses nothing.
      const old = socket;
      socket = null;
      old?.close();
      connect();
    }
  }

  return {
    state,
    start() {
      if (state.get() !== 'stopped') return;
      globalThis.window?.addEventListener('online', wake);
      globalThis.document?.addEventListener('visibilitychange', wake);
      attempt = 0;
      connect();
    },
    stop() {
      clearTimeout(timer);
      state.set('stopped');
      globalThis.window?.removeEventListener('online', wake);
      globalThis.document?.removeEventListener('visibilitychange', wake);
      const old = socket;
      socket = null;
      position = null;
      old?.close();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setPresence(ticket, doing = 'open') {
      if (presence.ticket === ticket && presence.state === doing) return;
      presence = { ticket, state: doing };
      send({ type: 'presence', ticket, state: doing });
    },
  };
}

let whenRefused: () => void = () => {};

/** What happens when the session ends while the page is open. */
export function onLiveRefused(action: () => void): void {
  whenRefused = action;
}

/** The page's own connection; started when somebody is signed in. */
export const live: Live = createLive({
  open: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`),
  onRefused: () => whenRefused(),
});

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(live.state.subscribe, live.state.get);
}
