import { Gauge, type Registry } from 'prom-client';
import type { Context } from '../../context.ts';
import { feedLag } from '../../platform/events/events.queries.ts';
import { findWorkspaceIds, intakeBacklog, outboxBacklog } from './health.queries.ts';

const mostWorkspaces = 50;

/** Gauges of what waits in the desk; read when they are asked for. */
export function deskMetrics(registry: Registry, { db }: Context): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['workspace'], registers: [registry] });
  const held = gauge('ombud_feed_held_events', 'Events that wait for an older transaction before readers get them, up to 1,000');
  const oldest = new Gauge({ name: 'ombud_feed_oldest_transaction_seconds', help: 'Age of the oldest transaction of the cluster, which holds the feed back', registers: [registry] });
  const intake = gauge('ombud_intake_waiting', 'Accepted mails that are not yet read, up to 10,000');
  const intakeAge = gauge('ombud_intake_oldest_seconds', 'How long the oldest of them has been due');
  const outbox = gauge('ombud_outbox_waiting', 'Mails that are not yet sent, up to 10,000');
  const outboxAge = gauge('ombud_outbox_oldest_seconds', 'How long the oldest of them has been due');

  return async () => {
    for (const each of [held, intake, intakeAge, outbox, outboxAge]) each.reset();
    for (const workspaceId of await findWorkspaceIds(db, mostWorkspaces)) {
      const workspace = String(workspaceId);
      const [lag, mailIn, mailOut] = await Promise.all([feedLag(db, workspaceId), intakeBacklog(db, workspaceId), outboxBacklog(db, workspaceId)]);
      held.set({ workspace }, lag.waiting);
      oldest.set(lag.oldest_transaction_seconds);
      intake.set({ workspace }, mailIn.waiting);
      intakeAge.set({ workspace }, mailIn.oldest_seconds);
      outbox.set({ workspace }, mailOut.waiting);
      outboxAge.set({ workspace }, mailOut.oldest_seconds);
    }
  };
}
