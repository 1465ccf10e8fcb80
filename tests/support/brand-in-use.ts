import { sql } from 'kysely';
import type { Database } from '../../apps/server/src/platform/db/db.ts';
import { aMessage } from './factories.ts';

/** A brand with some of everything that can be a brand's, each named with one word, so that a trace of it can be found. */

type Ask = (method: 'POST' | 'PATCH' | 'PUT', path: string, body: object) => Promise<{ id: number } & Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came

type Whose = {
  brand: number;
  word: string;
  /** Who sees every brand and has its cases. */
  insider: { id: number };
  team: number;
  /** Somebody whom other brands may know as well; has a ticket here too. */
  guest: string;
};

export type BrandInUse = { ticket: { id: number; number: number }; customer: number; numbers: number[] };

/** `ask`: as an owner who sees every brand; fails where something is refused. */
export async function useBrand(db: Database, workspaceId: number, ask: Ask, { brand, word, insider, team, guest }: Whose): Promise<BrandInUse> {
  const named = (what: string) => `${word} ${what}`;
  await ask('POST', '/inboxes', { address: `${word}@desk.example`, name: named('inbox'), brand, team });
  await ask('PUT', `/brands/${brand}/texts`, { texts: [{ kind: 'signature', language: 'en', body: named('signature') }] });
  await ask('PUT', `/satisfaction-settings/${brand}`, { enabled: true });
  const field = await ask('POST', '/fields', { label: named('refund'), type: 'number', brand });
  await ask('PUT', '/topics', { brand, topics: [{ label: named('topic') }] });
  await ask('POST', '/macros', { name: named('macro'), shared: true, brand, texts: [{ language: 'en', html: `<p>${word}</p>` }] });
  await ask('POST', '/guidelines', { name: named('guideline'), brand, text: word, moments: ['case'] });
  await ask('POST', '/playbooks', { name: named('playbook'), brand, steps: [{ text: named('step'), by: 'person' }], conditions: { tag: [`${word}-steps`] }, guards: ['solved'] });
  await ask('POST', '/approval-rules', { name: named('rule'), brand, guard: 'amount', field: field['key'], above: 100, approver: 'lead' });
  const automation = await ask('POST', '/automations', { name: named('automation'), brand, trigger: { on: 'events', events: ['created'] }, actions: { add_tags: [`${word}-tag`] } });
  await ask('PATCH', `/automations/${automation.id}`, { enabled: true });
  await ask('POST', '/sla-policies', { name: named('policy'), conditions: { brand: [brand] }, targets: [{ kind: 'first_reply', time: 'calendar', minutes: { low: 60, normal: 60, high: 60, urgent: 60 } }] });
  const person = await ask('POST', '/customers', { name: named('customer'), brands: [brand], addresses: [{ kind: 'email', address: `${word}@customer.example` }], account: { agent: insider.id }, next_contact: { on: '2026-01-05', note: word } });

  const open = (what: string, body: object = {}) => ask('POST', '/tickets', { subject: named(what), text: named('text'), requester: { email: `${word}@customer.example` }, brand, team, language: 'en', ...body });
  const ticket = (await open('one', { assignee: insider.id, priority: 'urgent', tags: [`${word}-steps`] })) as BrandInUse['ticket'];
  const solved = await open('two', { assignee: insider.id });
  const waiting = await open('three', { assignee: null });
  const guests = await open('four', { requester: { email: guest }, assignee: null });
  await aMessage(db, workspaceId, ticket.id, { text: named('message') });

  const at = `/tickets/${ticket.number}`;
  await ask('POST', `${at}/messages`, { kind: 'public', text: named('reply'), undo_seconds: 60 });
  await ask('POST', `${at}/messages`, { kind: 'note', text: named('note') });
  await ask('POST', `${at}/tasks`, { text: named('task'), assignee: insider.id });
  await ask('POST', `${at}/commitments`, { text: named('promise'), due: '2027-06-30', owner: null, team });
  await ask('POST', `${at}/commitments`, { text: named('callback'), due: '2027-06-30T10:00:00Z', kind: 'callback', phone: '+46705550199', owner: insider.id });
  await ask('POST', `${at}/time`, { seconds: 60 });
  await ask('POST', `${at}/escalations`, { to: { lead: null }, question: named('escalation') });
  await ask('POST', `/tickets/${waiting['number']}/escalations`, { to: { team, tier: 2 }, question: named('tier') });
  await ask('POST', `${at}/swarms`, { team, question: named('question') });
  await ask('POST', `${at}/side-conversations`, { kind: 'question', subject: named('side'), text: word, to: [{ email: `${word}@parts.example` }], undo_seconds: 60 });
  await ask('POST', `${at}/approvals`, { change: { fields: { [String(field['key'])]: 250 } }, reason: named('reason') });
  await ask('POST', `${at}/links`, { number: solved['number'] });
  const topic = await db.selectFrom('topics').select('id').where('workspace_id', '=', workspaceId).where('brand_id', '=', brand).executeTakeFirstOrThrow();
  await ask('PUT', `/tickets/${solved['number']}/wrap-up`, { topic: topic.id, degree: 'solved', cause: named('cause'), resolution: word, minutes: 5 });
  await ask('PATCH', `/tickets/${solved['number']}`, { status: 'solved' });
  await ask('POST', '/staff-feedback', { kind: 'complaint', about: insider.id, text: named('complaint'), ticket: ticket.number });
  await sql`insert into satisfaction_days (workspace_id, brand_id, day, asked, score_1) values (${workspaceId}, ${brand}, to_char(now(), 'YYYY-MM-DD'), 3, 2)`.execute(db);
  return { ticket, customer: person.id, numbers: [ticket.number, solved['number'], waiting['number'], guests['number']] };
}
