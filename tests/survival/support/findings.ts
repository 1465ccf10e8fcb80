import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Caught, Sink } from '../../support/mail-desk.ts';
import type { Ledger } from './ledger.ts';
import { until } from './until.ts';

type Look = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>;
export type Examined = { look: Look; workspaceId: number; dataDir: string; sink: Sink };

/** Waits until nothing that came in is unread and nothing that must go out is waiting. Leases of killed workers last 45 s. */
export async function settle({ look, workspaceId }: Pick<Examined, 'look' | 'workspaceId'>, within = 150_000): Promise<void> {
  const waiting = async () =>
    (await look<{ intake: number; outbox: number }>(
      `select (select count(*)::int from intake where workspace_id = $1 and (status = 'received' or next_attempt_at is not null)) as intake,
              (select count(*)::int from outbox where workspace_id = $1 and (status in ('queued', 'sending') or next_attempt_at is not null)) as outbox`,
      [workspaceId],
    ))[0];
  await until('all mail is read and sent', async () => {
    const left = await waiting();
    if (left?.intake === 0 && left.outbox === 0) return true;
    throw new Error(`still waiting: ${JSON.stringify(left)}`);
  }, { within, every: 500 });
}

/** Each follower of the event feed with a row for every workspace, or for those alone that have use for it. */
const followers = { notification_progress: 'all', sla_progress: 'all', report_progress: 'all', routing_progress: 'some', satisfaction_progress: 'some', automation_progress: 'some' };

/** Waits until who follows the event feed has come to its end, in every workspace, and let go of it: until then notifications, promised times, sums and how far they have come go on being written. */
export async function followed({ look }: Pick<Examined, 'look'>): Promise<void> {
  const behind = Object.entries(followers).map(([table, rows]) => `select '${table} ' || w.id as who from identity.workspaces w left join ${table} p on p.workspace_id = w.id
    where (p.workspace_id is null and ${rows === 'all'}) or ${table === 'routing_progress' ? 'false' : 'p.lease is not null'}
      or exists (select from events e where e.workspace_id = w.id and (e.xid, e.id) > (p.xid, p.event_id))
      ${table === 'report_progress' ? 'or p.counted_to is not null' : table === 'sla_progress' ? 'or p.sweep_after is not null' : ''}`);
  await until('the feed is followed to its end', async () => {
    const found = await look<{ who: string }>(behind.join(' union all '));
    if (found.length === 0) return true;
    throw new Error(`still behind: ${found.map(({ who }) => who).join(', ')}`);
  }, { within: 150_000, every: 500 });
}

/**
 * Everything acknowledged is there exactly once, everything sent is sent once.
 * @param repeats how many mails may have reached the sink a second time (crashes between send and commit)
 */
export async function expectAllOnce(desk: Examined, ledger: Ledger, { repeats = 0 } = {}): Promise<void> {
  await expectMailsOnce(desk, ledger);
  await expectTicketsOnce(desk, ledger);
  await expectRepliesSentOnce(desk, ledger, repeats);
  await expectEventsOnce(desk);
}

async function expectMailsOnce({ look, workspaceId, dataDir }: Examined, ledger: Ledger): Promise<void> {
  const stored = await look<{ message_id: string; messages: number; tickets: number; subject: string; files: number; sha256: string }>(
    `select m.message_id, count(*)::int as messages, count(distinct t.id)::int as tickets, min(t.subject) as subject, min(f.sha256) as sha256,
       (select count(*)::int from message_files mf where mf.workspace_id = $1 and mf.message_id = min(m.id)) as files
     from messages m join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
     left join files f on f.workspace_id = m.workspace_id and f.id = m.raw_file_id
     where m.workspace_id = $1 and m.direction = 'in' and m.channel = 'email' group by m.message_id`,
    [workspaceId],
  );
  const found = new Map(stored.map((row) => [row.message_id, row]));
  expect(stored.filter((row) => row.messages !== 1 || row.tickets !== 1)).toEqual([]);
  expect(ledger.mails.filter((mail) => mail.acknowledged && found.get(mail.messageId)?.subject !== mail.subject).map((mail) => ({ ...mail, found: found.get(mail.messageId) }))).toEqual([]);
  const sent = new Set(ledger.mails.map(({ messageId }) => messageId));
  expect(stored.filter((row) => !sent.has(row.message_id))).toEqual([]);
  // Whole, with its attachment: every fourth mail of a client has one.
  expect(stored.filter((row) => row.files !== (Number(row.message_id.split('.')[2]?.split('@')[0]) % 4 === 0 ? 1 : 0))).toEqual([]);
  const tickets = await look<{ subject: string; tickets: number }>("select subject, count(*)::int as tickets from tickets where workspace_id = $1 and channel = 'email' group by subject having count(*) > 1", [workspaceId]);
  expect(tickets).toEqual([]);

  const intake = await look<{ status: string; raw_sha256: string; error: string | null }>('select status, raw_sha256, error from intake where workspace_id = $1', [workspaceId]);
  expect(intake.filter(({ status }) => status !== 'done' && status !== 'duplicate')).toEqual([]);
  const kept = await look<{ sha256: string }>('select distinct sha256 from files where workspace_id = $1', [workspaceId]);
  for (const sha256 of new Set([...intake.map((row) => row.raw_sha256), ...kept.map((row) => row.sha256)])) {
    const bytes = await readFile(join(dataDir, 'files', sha256.slice(0, 2), sha256));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
}

async function expectTicketsOnce({ look, workspaceId }: Examined, ledger: Ledger): Promise<void> {
  const stored = await look<{ number: number; subject: string; channel: string }>('select number::int, subject, channel from tickets where workspace_id = $1', [workspaceId]);
  expect(new Set(stored.map(({ number }) => number)).size).toBe(stored.length);
  const bySubject = new Map<string, number[]>();
  for (const { subject, number } of stored) bySubject.set(subject, [...(bySubject.get(subject) ?? []), number]);
  const wrong = ledger.tickets.filter(({ subject, number }) => {
    const numbers = bySubject.get(subject) ?? [];
    return number === null ? numbers.length > 1 : numbers.length !== 1 || numbers[0] !== number;
  });
  expect(wrong).toEqual([]);
}

async function expectRepliesSentOnce({ look, workspaceId, sink }: Examined, ledger: Ledger, repeats: number): Promise<void> {
  const rows = await look<{ message_id: number; mail_message_id: string; status: string; text: string; number: number; accepted: string[]; envelope_to: string[] }>(
    `select m.id::int as message_id, o.mail_message_id, o.status, o.accepted, o.envelope_to, m.text, t.number::int
     from messages m join tickets t on t.workspace_id = m.workspace_id and t.id = m.ticket_id
     left join outbox o on o.workspace_id = m.workspace_id and o.message_id = m.id
     where m.workspace_id = $1 and m.direction = 'out'`,
    [workspaceId],
  );
  expect(rows.filter((row) => row.status !== 'sent' || row.accepted.join() !== row.envelope_to.join())).toEqual([]);
  const caught = new Map<string, Caught[]>();
  for (const mail of sink.caught) caught.set(mail.mail.messageId ?? '', [...(caught.get(mail.mail.messageId ?? '') ?? []), mail]);
  const wrong = ledger.replies.flatMap((reply) => {
    const own = rows.filter((row) => row.text.includes(reply.mark));
    const right = reply.messageId === null ? own.length <= 1 : own.length === 1 && own[0]?.message_id === reply.messageId && own[0].number === reply.ticket;
    const reached = own.every((row) => caught.get(row.mail_message_id)?.every((mail) => mail.raw.includes(reply.mark)));
    return right && reached ? [] : [{ ...reply, own }];
  });
  expect(wrong).toEqual([]);
  // Nothing reached the sink that is not in the outbox, and a repeat is the same mail to the last byte.
  const issued = new Set(rows.map((row) => row.mail_message_id));
  expect([...caught.keys()].filter((messageId) => !issued.has(messageId))).toEqual([]);
  const repeated = [...caught.values()].filter((copies) => copies.length > 1);
  for (const [first, ...others] of repeated) for (const copy of others) expect({ raw: copy.raw, to: copy.to }).toEqual({ raw: first?.raw, to: first?.to });
  expect(repeated.reduce((sum, copies) => sum + copies.length - 1, 0)).toBeLessThanOrEqual(repeats);
}

/** Each thing that happened is one event, however often its work was begun. */
async function expectEventsOnce({ look, workspaceId }: Examined): Promise<void> {
  const counts = await look(
    `select 'ticket.created' as type, t.id from tickets t where t.workspace_id = $1
       and (select count(*) from events e where e.workspace_id = $1 and e.ticket_id = t.id and e.type = 'ticket.created') <> 1
     union all select 'message', m.id from messages m where m.workspace_id = $1
       and (select count(*) from events e where e.workspace_id = $1 and e.message_id = m.id and e.type in ('ticket.created', 'message.added')) <> 1
     union all select 'message.sent', o.id from outbox o where o.workspace_id = $1 and o.status = 'sent'
       and (select count(*) from events e where e.workspace_id = $1 and e.message_id = o.message_id and e.type = 'message.sent') <> 1`,
    [workspaceId],
  );
  expect(counts).toEqual([]);
}
