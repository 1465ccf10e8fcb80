import pg from 'pg';
import type { Log } from '../log/log.ts';

export type WakeTopic = 'events' | 'intake' | 'outbox' | 'access' | 'presence' | 'backups' | 'mailboxes' | 'fields' | 'playbooks' | 'approval_rules' | 'customer_imports' | 'bulk_changes' | 'notifications' | 'timers' | 'webhooks' | 'offers';
const topics: WakeTopic[] = ['events', 'intake', 'outbox', 'access', 'presence', 'backups', 'mailboxes', 'fields', 'playbooks', 'approval_rules', 'customer_imports', 'bulk_changes', 'notifications', 'timers', 'webhooks', 'offers'];
const channel = 'ombud_wake';

export type Wake = {
  /** Says that there is something new. In this process at once; to other nodes debounced, after the commit, nothing carried in it. */
  say(topic: WakeTopic): void;
  on(topic: WakeTopic, listener: () => void): () => void;
  /** Sends what is pending now; a short-lived process waits for it before it ends. */
  flush(): Promise<void>;
  /** False while other nodes cannot be heard: then nothing may be trusted from a cache. */
  connected(): boolean;
  stop(): Promise<void>;
};

/** Wake-ups between nodes over one LISTEN connection that comes back by itself. Never called inside a transaction. */
export function createWake(url: string, pool: pg.Pool, log: Log): Wake {
  const listeners = new Map<WakeTopic, Set<() => void>>(topics.map((topic) => [topic, new Set()]));
  const pending = new Set<WakeTopic>();
  let timer: NodeJS.Timeout | undefined;
  let client: pg.Client | null = null;
  let isConnected = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  function tell(topic: WakeTopic): void {
    for (const listener of listeners.get(topic) ?? []) listener();
  }

  async function connect(): Promise<void> {
    if (stopped) return;
    const next = new pg.Client({ connectionString: url, application_name: 'ombud-wake', keepAlive: true });
    next.on('error', () => undefined);
    next.on('end', () => {
      isConnected = false;
      if (!stopped) retry = setTimeout(() => void connect(), 500);
    });
    next.on('notification', ({ payload }) => {
      for (const name of (payload ?? '').split(',')) if (topics.includes(name as WakeTopic)) tell(name as WakeTopic);
    });
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      isConnected = true;
      // Whatever was said while nobody listened.
      for (const topic of topics) tell(topic);
    } catch (error) {
      log.debug({ err: error }, 'cannot listen for wake-ups yet');
      await next.end().catch(() => undefined);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (pending.size === 0) return;
    const payload = [...pending].join(',');
    pending.clear();
    await pool.query('select pg_notify($1, $2)', [channel, payload]).catch((error: unknown) => log.debug({ err: error }, 'wake-up not sent'));
  }

  void connect();
  return {
    say(topic) {
      tell(topic);
      pending.add(topic);
      timer ??= setTimeout(() => void flush(), 20);
    },
    on(topic, listener) {
      listeners.get(topic)?.add(listener);
      return () => listeners.get(topic)?.delete(listener);
    },
    flush,
    connected: () => isConnected,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
