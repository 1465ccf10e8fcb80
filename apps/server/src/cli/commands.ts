import type { Context } from '../context.ts';
import { createAgent, findAgent, giveSignIn, lockActiveOwners, updateAgent } from '../features/agents/index.ts';
import { listBrands } from '../features/brands/index.ts';
import { describeDemo, removeDemo, seedDemo } from '../features/demo/index.ts';
import { createInbox } from '../features/inboxes/index.ts';
import { resetSecondFactor } from '../features/second-factor/index.ts';
import { closeSetupLink } from '../features/setup/index.ts';
import { reindexWorkspace } from '../features/search/index.ts';
import { createToken } from '../features/tokens/index.ts';
import { createWorkspace, listWorkspaces, type WorkspaceRow } from '../features/workspaces/index.ts';
import { systemActor } from '../platform/auth/actor.ts';
import { hashPassword } from '../platform/auth/sign-in-library.ts';
import type { Tx } from '../platform/db/db.ts';
import { emailAddress, line } from '../platform/http/shapes.ts';
import { UsageError, type Arguments } from './arguments.ts';
import { backupCreate } from './backup-commands.ts';
import type { CommandName } from './usage.ts';

/** Returns the lines to print. */
type Run = (context: Context, args: Arguments, database: { url: string }) => Promise<string[]>;

const shortestPassword = 10;

/** `admin create`: the workspace and its default brand if there is none, and an owner who can sign in. Again: the new password. */
const adminCreate: Run = async (context, args) => {
  const email = readAddress(args.need('email'));
  const password = args.need('password');
  if (password.length < shortestPassword || password.length > 256) throw new Error(`A password has ${shortestPassword} to 256 characters.`);
  const name = readName(args.get('name')) ?? email.slice(0, email.indexOf('@'));
  const hash = await hashPassword(context.signIn, password);
  const { made, role, newWorkspace } = await context.db.transaction().execute(async (tx) => {
    const { workspaceId, newWorkspace } = await workspaceOrNew(tx, args.get('workspace'));
    const actor = systemActor(workspaceId);
    const owners = await lockActiveOwners(tx, workspaceId);
    const known = await findAgent(tx, workspaceId, { email });
    const role = owners.length === 0 || known?.role === 'owner' ? 'owner' : 'admin';
    const agentId = known?.id ?? (await createAgent(tx, actor, { name, email, role })).agentId;
    if (known) await updateAgent(tx, actor, agentId, { active: true, role, all_brands: true, password, ...(args.get('name') ? { name } : {}) });
    await giveSignIn(tx, workspaceId, agentId, hash, { byOperator: true });
    await closeSetupLink(tx);
    return { made: !known, role, newWorkspace };
  });
  context.wake.say('access');
  context.wake.say('events');
  return [
    // A mistyped --workspace makes another one: that must not go unseen.
    ...(newWorkspace === null ? [] : [`The workspace "${newWorkspace}" is new.`]),
    `${email} ${made ? 'is now' : 'is'} ${role} and signs in at ${context.config.publicUrl}`,
  ];
};

/** `inbox create`: an address that mail comes to. */
const inboxCreate: Run = async (context, args) => {
  const address = readAddress(args.need('address'));
  const workspace = await chooseWorkspace(context, args.get('workspace'));
  const actor = systemActor(workspace.id);
  const brand = await chooseBrand(context, workspace, args.get('brand'));
  await context.db.transaction().execute((tx) => createInbox(tx, actor, context.sealer, { address, name: readName(args.get('name')), ...(brand ? { brand: brand.id } : {}) }));
  context.wake.say('events');
  return [`Mail to ${address} now comes to ${brand?.name ?? workspace.name}.`];
};

/** `token create`: a token with all rights of that agent, alone on the last line. */
const tokenCreate: Run = async (context, args) => {
  const email = readAddress(args.need('email'));
  const { workspace, agent } = await findActiveAgent(context, email, args.get('workspace'));
  const name = readName(args.get('name')) ?? 'command line';
  const { token } = await context.db.transaction().execute((tx) => createToken(tx, systemActor(workspace.id), agent.id, { name }));
  context.wake.say('events');
  return [token];
};

/** `second-factor reset`: for an owner who has lost the passkeys, the phone and the recovery codes. */
const secondFactorReset: Run = async (context, args) => {
  const email = readAddress(args.need('email'));
  const { workspace, agent } = await findActiveAgent(context, email, args.get('workspace'));
  await context.db.transaction().execute((tx) => resetSecondFactor(tx, systemActor(workspace.id), agent.id));
  context.wake.say('access');
  context.wake.say('events');
  return [`${email} signs in with the password alone until a new second step is set up.`];
};

const workspaceList: Run = async (context) => {
  const workspaces = await listWorkspaces(context.db);
  return workspaces.length === 0 ? ['There is no workspace yet: admin create makes it.'] : workspaces.map(({ slug, name, demo }) => `${slug}\t${name}${demo ? ' (demo)' : ''}`);
};

/** `search reindex`: makes the search index of one workspace, or of all, anew. The server may go on meanwhile. */
const searchReindex: Run = async (context, args) => {
  const slug = args.get('workspace');
  const lines: string[] = [];
  for (const { id, name } of slug === undefined ? await listWorkspaces(context.db) : [await chooseWorkspace(context, slug)]) {
    const { tickets, customers, organizations } = await reindexWorkspace(context, id);
    lines.push(`${name}: ${tickets} tickets, ${customers} customers, ${organizations} organizations`);
  }
  return lines.length === 0 ? ['There is no workspace yet.'] : lines;
};

/** `demo seed`: the demo workspace, or the one that is there, with its sign-ins. */
const demoSeed: Run = async (context) => describeDemo(await seedDemo(context));

const demoRemove: Run = async (context, _args, { url }) => {
  const removed = await removeDemo(url);
  context.wake.say('access');
  context.wake.say('events');
  return [removed ? 'The demo workspace is gone with all that was in it.' : 'There is no demo workspace.'];
};

export const commands: Record<Exclude<CommandName, 'migrate' | 'backup verify' | 'backup restore'>, Run> = {
  'admin create': adminCreate,
  'inbox create': inboxCreate,
  'token create': tokenCreate,
  'second-factor reset': secondFactorReset,
  'workspace list': workspaceList,
  'search reindex': searchReindex,
  'demo seed': demoSeed,
  'demo remove': demoRemove,
  'backup create': backupCreate,
};

function readAddress(text: string): string {
  const parsed = emailAddress.safeParse(text);
  if (!parsed.success) throw new UsageError('That is not an e-mail address.');
  return parsed.data;
}

/** One line of 1 to 100 characters. */
function readName(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const parsed = line(100).safeParse(text);
  if (!parsed.success) throw new UsageError('--name takes one line of 1 to 100 characters.');
  return parsed.data;
}

async function workspaceOrNew(tx: Tx, slug: string | undefined): Promise<{ workspaceId: number; newWorkspace: string | null }> {
  const workspaces = await listWorkspaces(tx);
  const own = workspaces.filter(({ demo }) => !demo);
  const found = slug === undefined ? own : workspaces.filter((workspace) => workspace.slug === slug);
  if (found.length > 1) throw severalWorkspaces(found);
  if (found[0]) return { workspaceId: found[0].id, newWorkspace: null };
  if (slug !== undefined && !/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) throw new UsageError('--workspace takes small letters, digits and hyphens.');
  const newWorkspace = slug ?? 'support';
  const { workspaceId } = await createWorkspace(tx, { slug: newWorkspace, name: slug ?? 'Support' });
  return { workspaceId, newWorkspace };
}

/** In the workspace that is named, else in the only one where the address is an active agent's. */
async function findActiveAgent(context: Context, email: string, slug: string | undefined) {
  const workspaces = slug === undefined ? await listWorkspaces(context.db) : [await chooseWorkspace(context, slug)];
  const found = [];
  for (const workspace of workspaces) {
    const agent = await findAgent(context.db, workspace.id, { email });
    if (agent?.active) found.push({ workspace, agent });
  }
  if (found.length > 1) throw severalWorkspaces(found.map(({ workspace }) => workspace));
  if (!found[0]) throw new Error(`${email} is no active agent ${slug === undefined ? 'here' : `of ${workspaces[0]?.name}`}.`);
  return found[0];
}

async function chooseWorkspace(context: Context, slug: string | undefined): Promise<WorkspaceRow> {
  const workspaces = await listWorkspaces(context.db);
  const own = workspaces.filter(({ demo }) => !demo);
  const found = slug === undefined ? (own.length > 0 ? own : workspaces) : workspaces.filter((workspace) => workspace.slug === slug);
  if (found.length > 1) throw severalWorkspaces(found);
  if (!found[0]) throw new Error(slug === undefined ? 'There is no workspace yet: admin create makes it.' : `There is no workspace "${slug}".`);
  return found[0];
}

function severalWorkspaces(found: WorkspaceRow[]): UsageError {
  return new UsageError(`There are several workspaces; choose one with --workspace: ${found.map(({ slug }) => slug).join(', ')}`);
}

async function chooseBrand(context: Context, workspace: WorkspaceRow, slug: string | undefined) {
  if (slug === undefined) return null;
  const brands = await listBrands(context.db, { workspaceId: workspace.id, brands: 'all' }, { show: 'active', after: 0, limit: 1_000 });
  const brand = brands.find((each) => each.slug === slug);
  if (!brand) throw new Error(`${workspace.name} has no brand "${slug}". It has: ${brands.map((each) => each.slug).join(', ')}`);
  return brand;
}
