import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import { createDatabase, createPool, type Tx } from '../../platform/db/db.ts';
import { createDefaultCalendar, findDaysOff } from '../calendars/index.ts';
import { storeFile, type StoredUpload } from '../files/index.ts';
import { keepTargets } from '../sla/index.ts';
import { agents, firm, hours } from './cast.ts';
import { claimInboxAddresses, deleteWorkspace, findDemo, followFromHere, insertDemoWorkspace, insertLogins, insertRows, listLogins, listPasswordHashes, setPasswordHashes } from './demo.queries.ts';
import { makeAttachment } from './plan/attachments.ts';
import { day, hour } from './plan/moments.ts';
import { planCustomers } from './plan/people.ts';
import { firstNumber, planTickets, ticketCount } from './plan/plan-tickets.ts';
import type { AttachmentKey, PlannedCustomer, PlannedTicket } from './plan/plan.types.ts';
import { createRandom } from './plan/random.ts';
import { writeCast, type CastIds } from './write-cast.ts';
import { writeFields, writeFieldValues } from './write-fields.ts';
import { writePeople } from './write-people.ts';
import { writeMacros } from './write-macros.ts';
import { writeWrapUps } from './write-wrap-ups.ts';
import { writeCare } from './write-care.ts';
import { writeService } from './write-service.ts';
import { writeSurveys } from './write-surveys.ts';
import { writeEvents, writeTickets } from './write-tickets.ts';

const seed = 20_260_101;
const attachmentKeys: AttachmentKey[] = ['photo-shade', 'photo-foot', 'confirmation', 'speedtest'];

export type Demo = { logins: { name: string; email: string; role: string }[]; password: string; created: boolean };

/**
 * Makes the demo workspace, or finds the one that is there. Its people sign in with one password, which the
 * installation's secret gives, so that it can be shown again.
 */
export async function seedDemo(context: Context): Promise<Demo> {
  const password = demoPassword(context);
  const existing = await findDemo(context.db);
  if (existing) return findLogins(context, existing.id, password, false);
  const { password: hasher } = await context.signIn.$context;
  const now = context.clock.now();
  // Outside the main thread, while all else is made up.
  const [passwordHash, daysOff, planned] = await Promise.all([hasher.hash(password), findDaysOff(hours.holidays, now), plan(context, now)]);
  const workspaceId = await context.db.transaction().execute(async (tx) => {
    const made = await insertDemoWorkspace(tx, firm, new Date(now.getTime() - 75 * day));
    if (made !== null) await createDefaultCalendar(tx, made, hours, daysOff);
    if (made !== null) await fill(tx, context, { ...planned, workspaceId: made, passwordHash, now });
    return made ?? (await findDemo(tx))!.id; // somebody else has just made it
  });
  context.wake.say('access');
  context.wake.say('fields');
  context.wake.say('events');
  return findLogins(context, workspaceId, password, true);
}

export async function isDemoThere({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return (await findDemo(db)) !== null;
}

async function plan(context: Context, now: Date): Promise<Pick<Filling, 'customers' | 'tickets' | 'files'>> {
  const customers = planCustomers();
  const tickets = planTickets(createRandom(seed), customers, now);
  const files = new Map<AttachmentKey, StoredUpload>();
  for (const key of attachmentKeys) files.set(key, await storeFile(context, makeAttachment(key)));
  return { customers, tickets, files };
}

/**
 * Removes the demo with everything in it, as the owner of the tables: the program's own role may not delete events.
 * @returns false when there is none
 */
export async function removeDemo(ownerUrl: string): Promise<boolean> {
  const db = createDatabase(createPool(ownerUrl, { max: 1, role: null }));
  try {
    return await db.transaction().execute(async (tx) => {
      const demo = await findDemo(tx);
      if (demo) await deleteWorkspace(tx, demo.id);
      return demo !== null;
    });
  } finally {
    await db.destroy();
  }
}

/** What a person at the terminal is told. */
export function describeDemo({ logins, password, created }: Demo): string[] {
  const longest = Math.max(...logins.map(({ email }) => email.length));
  return [
    created ? `The demo workspace ${firm.name} is ready.` : `The demo workspace ${firm.name} is there already.`,
    `Sign in with the password ${password} as`,
    ...logins.map(({ name, email, role }) => `  ${email.padEnd(longest)}  ${name}, ${role}`),
    'Remove it again: npm run ombud -- demo remove',
  ];
}

function demoPassword(context: Context): string {
  return `nordlys-${context.sealer.sign('demo password', firm.slug).replace(/[^a-z0-9]/gi, '').slice(0, 10).toLowerCase()}`;
}

/** Passwords that came from another secret are set anew; one that its owner has changed stays. */
async function findLogins(context: Context, workspaceId: number, password: string, created: boolean): Promise<Demo> {
  const logins = await listLogins(context.db, workspaceId);
  if (!created) await renewPasswords(context, workspaceId, password);
  return { logins, password, created };
}

async function renewPasswords(context: Context, workspaceId: number, password: string): Promise<void> {
  const { password: hasher } = await context.signIn.$context;
  const shared = new Map<string, string[]>();
  for (const { account, hash } of await listPasswordHashes(context.db, workspaceId)) if (hash) shared.set(hash, [...(shared.get(hash) ?? []), account]);
  for (const [hash, accounts] of shared) {
    // All that we wrote share one hash; a single one is somebody's own password.
    if (accounts.length === 1 || (await hasher.verify({ hash, password }))) continue;
    const renewed = await hasher.hash(password);
    await context.db.transaction().execute((tx) => setPasswordHashes(tx, accounts, renewed));
  }
}

type Filling = { workspaceId: number; customers: PlannedCustomer[]; tickets: PlannedTicket[]; files: ReadonlyMap<AttachmentKey, StoredUpload>; passwordHash: string; now: Date };

async function fill(tx: Tx, context: Context, { workspaceId, customers, tickets, files, passwordHash, now }: Filling): Promise<void> {
  const firstContact = (customer: number) => tickets.find(({ requester }) => requester === customer)?.steps[0]?.at ?? null;
  const { ids, events } = await writeCast(tx, workspaceId, customers, firstContact, now);
  await insertLogins(tx, workspaceId, ids.agents.map(({ id, name, email }) => ({ agentId: id, name, email })), passwordHash, () => randomBytes(16).toString('hex'));
  await claimInboxAddresses(tx, workspaceId, [...ids.inboxes.values()].flat());
  const { fieldIds, events: ofFields } = await writeFields(tx, ids, now);
  const ofMacros = await writeMacros(tx, ids, now);
  const ofPeople = await writePeople(tx, ids, now);
  const { ruleId, events: ofService } = await writeService(tx, ids, fieldIds, now);
  const { ticketIds, events: ofTickets } = await writeTickets(tx, { tickets, customers, ids, files, sealer: context.sealer });
  await writeFieldValues(tx, ids, fieldIds, tickets, ticketIds);
  await writeWrapUps(tx, ids, tickets, ticketIds, now);
  const cared = { tickets, ticketIds, customers, ids, now };
  const ofCare = await writeCare(tx, cared, ruleId);
  const ofSurveys = await writeSurveys(tx, cared);
  await writeEvents(tx, workspaceId, [...events, ...ofFields, ...ofMacros, ...ofPeople, ...ofService, ...ofTickets, ...ofCare, ...ofSurveys]);
  await keepTargets(tx, workspaceId, ticketIds.filter((_, index) => isOver(tickets[index])), now, { isHistory: true });
  await followFromHere(tx, workspaceId);
  await insertRows(tx, 'ticket_number_blocks', [{ workspace_id: workspaceId, next_number: firstNumber + ticketCount }]);
  await insertRows(tx, 'ticket_reads', reads(tickets, ticketIds, ids, now));
  await insertRows(tx, 'drafts', drafts(tickets, ticketIds, ids, now));
}

/** Its promised times are history; those of the others the desk itself begins. */
function isOver(ticket: PlannedTicket | undefined): boolean {
  return ticket?.status === 'solved' || ticket?.status === 'closed';
}

/** Who has read what: all that is old, less and less of what is new. */
function reads(tickets: PlannedTicket[], ticketIds: number[], ids: CastIds, now: Date) {
  const random = createRandom(seed + 1);
  return ids.agents.flatMap(({ id: agentId }) =>
    tickets.flatMap((ticket, index) => {
      const last = ticket.steps.findLast(({ message }) => message)?.at ?? now;
      const age = now.getTime() - last.getTime();
      if (random.chance(age < 5 * hour ? 0.9 : age < 2 * day ? 0.5 : age < 6 * day ? 0.1 : 0)) return [];
      return [{ workspace_id: ids.workspaceId, agent_id: agentId, ticket_id: ticketIds[index], read_at: new Date(Math.min(now.getTime(), last.getTime() + 20 * 60_000)) }];
    }),
  );
}

/** The owner has begun two answers. */
function drafts(tickets: PlannedTicket[], ticketIds: number[], ids: CastIds, now: Date) {
  const owner = agents.findIndex(({ role }) => role === 'owner');
  return tickets
    .flatMap((ticket, index) => (ticket.assignee === owner && ticket.status === 'open' ? [index] : []))
    .slice(-2)
    .map((index) => ({ workspace_id: ids.workspaceId, ticket_id: ticketIds[index], agent_id: ids.agents[owner]!.id, kind: 'note', html: '<p>Ask the field team before answering: </p>', cc: [], file_ids: [], updated_at: new Date(now.getTime() - 25 * 60_000) })); // an index of the cast
}
