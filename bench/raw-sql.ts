import type pg from 'pg';
import { makeTexts } from './texts.ts';

/** The limit: the same rows by plain prepared statements, over the same driver, and nothing else. */

const texts = makeTexts(99, 20);

const insertTicket = `insert into tickets (workspace_id, number, subject, status, channel, language, brand_id, inbox_id, requester_id, last_line, last_author, message_count)
  values ($1, $2, $3, 'new', 'api', $4, $5, $6, $7, $8, $9, 1) returning id`;
const insertMessage = `insert into messages (workspace_id, ticket_id, kind, direction, channel, author_type, author_id, from_name, from_address, recipients_to, subject, text, reply_text, language)
  values ($1, $2, 'public', 'in', 'api', 'customer', $3, $4, $5, '[]', $6, $7, $7, $8) returning id`;
const insertParticipant = `insert into participants (workspace_id, ticket_id, customer_id, address, name, role) values ($1, $2, $3, $4, $5, 'requester')`;
const insertEvent = `insert into events (workspace_id, type, ticket_id, brand_id, message_id, actor_type, actor_id, data) values ($1, 'ticket.created', $2, $3, $4, 'agent', $5, $6)`;

export type RawTicket = { workspaceId: number; number: number; brandId: number; inboxId: number; customerId: number; agentId: number; address: string };

/** One durable transaction: ticket, message, participant, event. */
export async function createRaw(pool: pg.Pool, ticket: RawTicket, also: (client: pg.PoolClient) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { workspaceId, number, brandId, inboxId, customerId, agentId, address } = ticket;
  const { text, language, line } = texts[number % texts.length]!; // within the list
  const client = await pool.connect();
  try {
    await client.query('begin');
    const made = await client.query<{ id: string }>({ name: 'ticket', text: insertTicket, values: [workspaceId, number, line.slice(0, 80), language, brandId, inboxId, customerId, line, 'Somebody'] });
    const ticketId = made.rows[0]!.id; // returned by the insert
    const message = await client.query<{ id: string }>({ name: 'message', text: insertMessage, values: [workspaceId, ticketId, customerId, 'Somebody', address, line.slice(0, 80), text, language] });
    await client.query({ name: 'participant', text: insertParticipant, values: [workspaceId, ticketId, customerId, address, 'Somebody'] });
    await client.query({ name: 'event', text: insertEvent, values: [workspaceId, ticketId, brandId, message.rows[0]!.id, agentId, '{"channel": "api"}'] }); // likewise
    await also(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const ticketColumns = `t.*, b.name as brand_name, b.color, tm.name as team_name, a.name as assignee_name, c.name as requester_name, ca.address as requester_email, i.address as inbox_address, r.read_at`;
const ticketJoins = `join brands b on b.workspace_id = t.workspace_id and b.id = t.brand_id
  join customers c on c.workspace_id = t.workspace_id and c.id = t.requester_id
  left join customer_addresses ca on ca.workspace_id = t.workspace_id and ca.customer_id = t.requester_id and ca.kind = 'email' and ca.is_primary
  left join teams tm on tm.workspace_id = t.workspace_id and tm.id = t.team_id
  left join agents a on a.workspace_id = t.workspace_id and a.id = t.assignee_id
  left join inboxes i on i.workspace_id = t.workspace_id and i.id = t.inbox_id
  left join ticket_reads r on r.workspace_id = t.workspace_id and r.ticket_id = t.id and r.agent_id = $2`;

const listOpen = `select ${ticketColumns} from (
    (select * from tickets where workspace_id = $1 and folder = 'inbox' and status = 'new' order by created_at desc, id desc limit 50)
    union all
    (select * from tickets where workspace_id = $1 and folder = 'inbox' and status = 'open' order by created_at desc, id desc limit 50)
    order by created_at desc, id desc limit 50) t ${ticketJoins} order by t.created_at desc, t.id desc`;

export async function listRaw(pool: pg.Pool, workspaceId: number, agentId: number): Promise<number> {
  return (await pool.query({ name: 'list', text: listOpen, values: [workspaceId, agentId] })).rows.length;
}

const oneTicket = `select ${ticketColumns} from tickets t ${ticketJoins} where t.workspace_id = $1 and t.number = $3`;
const participants = 'select p.*, c.name as customer_name from participants p join customers c on c.workspace_id = p.workspace_id and c.id = p.customer_id where p.workspace_id = $1 and p.ticket_id = $2';
const entries = `select e.*, m.*, coalesce(a.name, c.name) as actor_name from events e
  left join messages m on m.workspace_id = e.workspace_id and m.id = e.message_id
  left join agents a on a.workspace_id = e.workspace_id and a.id = e.actor_id and e.actor_type = 'agent'
  left join customers c on c.workspace_id = e.workspace_id and c.id = e.actor_id and e.actor_type = 'customer'
  where e.workspace_id = $1 and e.ticket_id = $2 order by e.id limit 50`;
const files = 'select mf.*, f.type, f.size from message_files mf join files f on f.workspace_id = mf.workspace_id and f.id = mf.file_id where mf.workspace_id = $1 and mf.message_id = any($2)';

/** The ticket with who takes part, and its timeline with attachments. Answers the number of entries. */
export async function openRaw(pool: pg.Pool, workspaceId: number, agentId: number, number: number): Promise<number> {
  const client = await pool.connect();
  try {
    const ticket = await client.query<{ id: string }>({ name: 'one', text: oneTicket, values: [workspaceId, agentId, number] });
    const id = ticket.rows[0]!.id; // it was generated
    await client.query({ name: 'participants', text: participants, values: [workspaceId, id] });
    const timeline = await client.query<{ message_id: string | null }>({ name: 'entries', text: entries, values: [workspaceId, id] });
    await client.query({ name: 'files', text: files, values: [workspaceId, timeline.rows.map((row) => row.message_id).filter((value) => value !== null && /^\d+$/.test(value))] });
    return timeline.rows.length;
  } finally {
    client.release();
  }
}

export type Body = { subject: string; text: string; requester: { email: string; name: string } };

/** A case of somebody whom the first brand knows already: every tenth of the generated customers. */
export function makeBody(turn: number, tickets: number): Body {
  const { text, line } = texts[turn % texts.length]!; // within the list
  const customer = (turn * 10) % Math.max(10, Math.floor(tickets / 10));
  return { subject: line.slice(0, 80), text, requester: { email: `c${customer}@firm${customer % 500}.example`, name: 'Somebody' } };
}
