import { randomBytes } from 'node:crypto';
import type { AgentRole } from '../../apps/server/src/platform/auth/actor.ts';
import type { Context } from '../../apps/server/src/context.ts';
import { hashToken } from '../../apps/server/src/platform/auth/identify.ts';
import { hashPassword, keepPassword } from '../../apps/server/src/platform/auth/sign-in-library.ts';
import type { HttpServer } from '../../apps/server/src/platform/http/server.ts';
import type { Database } from '../../apps/server/src/platform/db/db.ts';

/** Rows for tests, written straight into the database; whatever is not given is new and unique. */

let made = 0;
function unique(word: string): string {
  made += 1;
  return `${word}-${made}-${randomBytes(3).toString('hex')}`;
}

export type TestWorkspace = { id: number; slug: string; brandId: number };

/** A workspace with its default brand. */
export async function aWorkspace(db: Database, { slug = unique('workspace'), name = 'Nordic Support', timeZone = 'UTC' } = {}): Promise<TestWorkspace> {
  const { id } = await db
    .insertInto('identity.workspaces')
    .values({ slug, name, time_zone: timeZone })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, slug, brandId: await aBrand(db, id, { isDefault: true }) };
}

export async function aBrand(db: Database, workspaceId: number, { name = unique('Brand'), isDefault = false, acknowledge = false } = {}): Promise<number> {
  const values = { workspace_id: workspaceId, slug: unique('brand'), name, is_default: isDefault, acknowledge };
  return (await db.insertInto('brands').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

export type TestAgent = { id: number; name: string; email: string; role: AgentRole; token: string; headers: { authorization: string } };

/** An agent with an API token; with `brands` they see only these. */
export async function anAgent(
  db: Database,
  workspaceId: number,
  { role = 'agent' as AgentRole, name = 'Astrid Lind', email = `${unique('agent')}@desk.example`, brands = null as number[] | null } = {},
): Promise<TestAgent> {
  const { id } = await db
    .insertInto('agents')
    .values({ workspace_id: workspaceId, name, email, role, all_brands: brands === null })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (brands?.length) await db.insertInto('agent_brands').values(brands.map((brand) => ({ workspace_id: workspaceId, agent_id: id, brand_id: brand }))).execute();
  const token = `omb_${randomBytes(32).toString('base64url')}`;
  await db
    .insertInto('identity.api_tokens')
    .values({ workspace_id: workspaceId, agent_id: id, hash: hashToken(token), name: 'test', prefix: token.slice(0, 8) })
    .execute();
  return { id, name, email, role, token, headers: { authorization: `Bearer ${token}` } };
}

const password = 'correct horse battery';
/** Made once: hashing takes a fifth of a second, on purpose. */
let hash: Promise<string> | undefined;

export type SignedInAgent = TestAgent & { password: string };

/** An agent with a password, who can sign in on the screen. */
export async function aSignedInAgent({ db, signIn }: Pick<Context, 'db' | 'signIn'>, workspaceId: number, options: Parameters<typeof anAgent>[2] & { language?: string } = {}): Promise<SignedInAgent> {
  const { language, ...rest } = options;
  const agent = await anAgent(db, workspaceId, rest);
  hash ??= hashPassword(signIn, password);
  const userId = await keepPassword(signIn, agent, await hash);
  await db.insertInto('identity.memberships').values({ user_id: userId, workspace_id: workspaceId, agent_id: agent.id }).execute();
  await db.updateTable('agents').set({ user_id: userId, ...(language ? { language } : {}) }).where('workspace_id', '=', workspaceId).where('id', '=', agent.id).execute();
  return { ...agent, password };
}

export async function anInbox(db: Database, workspaceId: number, { brandId = 0, address = `${unique('inbox')}@desk.example`, teamId = null as number | null, name = '' } = {}): Promise<{ id: number; address: string }> {
  const brand = brandId || (await db.selectFrom('brands').select('id').where('workspace_id', '=', workspaceId).where('is_default', '=', true).executeTakeFirstOrThrow()).id;
  const { id } = await db
    .insertInto('inboxes')
    .values({ workspace_id: workspaceId, brand_id: brand, address, name, team_id: teamId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('identity.inbox_addresses').values({ address, workspace_id: workspaceId, inbox_id: id }).execute();
  return { id, address };
}

export async function aTeam(db: Database, workspaceId: number, { name = unique('Team'), members = [] as number[] } = {}): Promise<number> {
  const { id } = await db.insertInto('teams').values({ workspace_id: workspaceId, name }).returning('id').executeTakeFirstOrThrow();
  if (members.length) await db.insertInto('team_members').values(members.map((agent) => ({ workspace_id: workspaceId, team_id: id, agent_id: agent }))).execute();
  return id;
}

/** A customer that these brands know. */
export async function aCustomer(
  db: Database,
  workspaceId: number,
  { name = 'Maja Nowak', email = `${unique('customer')}@firm.example`, brands = [] as number[], organizationId = null as number | null } = {},
): Promise<{ id: number; email: string }> {
  const { id } = await db.insertInto('customers').values({ workspace_id: workspaceId, name, organization_id: organizationId }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('customer_addresses').values({ workspace_id: workspaceId, customer_id: id, kind: 'email', address: email, is_primary: true }).execute();
  if (brands.length) await db.insertInto('customer_brands').values(brands.map((brand) => ({ workspace_id: workspaceId, customer_id: id, brand_id: brand }))).execute();
  return { id, email };
}

export type TestTicket = { id: number; number: number; brandId: number };

/** A ticket without messages, of a new customer. */
export async function aTicket(
  db: Database,
  workspaceId: number,
  { brandId = 0, status = 'open' as const, subject = 'A question', customerId = 0, number = 0 } = {},
): Promise<TestTicket> {
  const brand = brandId || (await db.selectFrom('brands').select('id').where('workspace_id', '=', workspaceId).where('is_default', '=', true).executeTakeFirstOrThrow()).id;
  const requester = customerId || (await aCustomer(db, workspaceId, { brands: [brand] })).id;
  made += 1;
  const row = await db
    .insertInto('tickets')
    .values({ workspace_id: workspaceId, number: number || 10_000 + made, subject, status, channel: 'email', brand_id: brand, requester_id: requester })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  return { id: row.id, number: row.number, brandId: brand };
}

/** A public message from the customer. */
export async function aMessage(db: Database, workspaceId: number, ticketId: number, { text = 'Hello', rawFileId = null as number | null } = {}): Promise<number> {
  const values = { workspace_id: workspaceId, ticket_id: ticketId, kind: 'public', direction: 'in', channel: 'email', author_type: 'customer', text, reply_text: text, raw_file_id: rawFileId } as const;
  return (await db.insertInto('messages').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** What the browser of somebody who has signed in sends along. */
export async function signedIn(app: Pick<HttpServer, 'inject'>, { email, password }: { email: string; password: string }): Promise<{ headers: { cookie: string } }> {
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } });
  if (answer.statusCode !== 200) throw new Error(`sign-in answered ${answer.statusCode}`);
  return { headers: { cookie: cookiesOf(answer) } };
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesOf(answer: { headers: Record<string, unknown> }): string {
  return [answer.headers['set-cookie'] ?? []].flat().map((cookie) => String(cookie).split(';')[0]).join('; ');
}
