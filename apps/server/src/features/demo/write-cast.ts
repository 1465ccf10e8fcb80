import type { Tx } from '../../platform/db/db.ts';
import { agents, brands, emailOf, firm, teams, wrapUpOf, type BrandKey, type TeamKey } from './cast.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import type { PlannedCustomer } from './plan/plan.types.ts';
import { lookedAfter, nobodys } from './looked-after.ts';
import { day } from './plan/moments.ts';
import { languageTexts } from './texts/languages.ts';
import type { DemoLanguage } from './texts/texts.types.ts';

/** Ids of everybody and everything that tickets refer to. */
export type CastIds = {
  workspaceId: number;
  brands: Map<BrandKey, number>;
  inboxes: Map<BrandKey, { id: number; address: string }[]>;
  teams: Map<TeamKey, number>;
  agents: { id: number; name: string; email: string }[];
  customers: number[];
};

export type WrittenEvent = { at: Date; row: Record<string, unknown> };

/** Brands, inboxes, teams, agents and customers, with the events that tell of them. */
export async function writeCast(tx: Tx, workspaceId: number, customers: PlannedCustomer[], firstContact: (customer: number) => Date | null, now: Date): Promise<{ ids: CastIds; events: WrittenEvent[] }> {
  const began = new Date(now.getTime() - 75 * day);
  const events: WrittenEvent[] = [];
  const tell = (type: string, data: Record<string, unknown>, brandId: number | null = null, at = began) =>
    events.push({ at, row: { type, brand_id: brandId, ticket_id: null, message_id: null, actor_type: 'system', actor_id: null, data } });
  const common = { workspace_id: workspaceId, created_at: began, updated_at: began };

  const brandIds = await takeIds(tx, 'brands', brands.length);
  const brandId = new Map(brands.map(({ key }, index) => [key, brandIds[index]!])); // as many as asked for
  await insertRows(tx, 'brands', brands.map(({ key, name, color, language }, index) => ({ ...common, id: brandIds[index], slug: key, name, color, default_language: language, from_name: name, acknowledge: false, is_default: index === 0, wrap_up: wrapUpOf[key] })));
  const signatures = brands.flatMap(({ key, name }) => (Object.keys(languageTexts) as DemoLanguage[]).map((language) => ({ workspace_id: workspaceId, brand_id: brandId.get(key), kind: 'signature', language, subject: '', body: languageTexts[language].signature.replace('{brand}', name), updated_at: began })));
  await insertRows(tx, 'brand_texts', signatures);
  brandIds.forEach((id) => tell('brand.created', { brand_id: id }, id));

  const agentIds = await takeIds(tx, 'agents', agents.length);
  const cast = agents.map(({ name }, index) => ({ id: agentIds[index]!, name, email: emailOf(name, firm.domain) })); // as many as asked for
  await insertRows(tx, 'agents', agents.map(({ role, language, signature, brands: sees }, index) => ({ ...common, ...cast[index], role, language, time_zone: firm.timeZone, preferences: {}, signature: signature ?? '', all_brands: sees === 'all', active: true })));
  await insertRows(tx, 'agent_brands', agents.flatMap(({ brands: sees }, index) => (sees === 'all' ? [] : sees.map((key) => ({ workspace_id: workspaceId, agent_id: agentIds[index], brand_id: brandId.get(key) })))));
  agentIds.forEach((id) => tell('agent.created', { agent_id: id }));

  const teamIds = await takeIds(tx, 'teams', teams.length);
  const members = teams.map((team) => team.members.map((name) => cast.find((agent) => agent.name === name)!.id)); // all in the cast
  await insertRows(tx, 'teams', teams.map(({ name }, index) => ({ ...common, id: teamIds[index], name })));
  await insertRows(tx, 'team_members', members.flatMap((ids, index) => ids.map((id) => ({ workspace_id: workspaceId, team_id: teamIds[index], agent_id: id }))));
  teamIds.forEach((id, index) => tell('team.created', { team_id: id, members: members[index] }));
  const teamId = new Map(teams.map(({ key }, index) => [key, teamIds[index]!])); // as many as asked for

  const inboxIds = await takeIds(tx, 'inboxes', brands.flatMap(({ inboxes }) => inboxes).length);
  const inboxes = new Map(brands.map(({ key, inboxes: addresses }) => [key, addresses.map((address) => ({ id: inboxIds.shift()!, address }))])); // as many as asked for
  await insertRows(tx, 'inboxes', brands.flatMap(({ key, name }) => inboxes.get(key)!.map(({ id, address }) => ({ ...common, id, brand_id: brandId.get(key), address, name, team_id: teamId.get(key), active: true })))); // every brand has some
  for (const [key, list] of inboxes) for (const { id } of list) tell('inbox.created', { inbox_id: id }, brandId.get(key) ?? null);

  const customerIds = await writeCustomers(tx, workspaceId, { customers, brandId, cast, began, now }, (index, id, organizationEvent) => {
    if (organizationEvent) tell('organization.created', { organization_id: id });
    else tell('customer.created', { customer_id: id }, brandId.get(customers[index]!.brands[0]!) ?? null, firstContact(index) ?? began); // everybody has a brand
  });
  return { ids: { workspaceId, brands: brandId, inboxes, teams: teamId, agents: cast, customers: customerIds }, events };
}

type Writing = { customers: PlannedCustomer[]; brandId: Map<BrandKey, number>; cast: CastIds['agents']; began: Date; now: Date };

async function writeCustomers(tx: Tx, workspaceId: number, { customers, brandId, cast, began, now }: Writing, tell: (index: number, id: number, organization: boolean) => void): Promise<number[]> {
  const common = { workspace_id: workspaceId, created_at: began, updated_at: began };
  const known = [{ name: firm.name, domain: firm.domain }, ...Object.values(languageTexts).flatMap((texts) => texts.organizations)];
  const organizationIds = await takeIds(tx, 'organizations', known.length);
  await insertRows(tx, 'organizations', known.map(({ name, domain }, index) => ({ ...common, id: organizationIds[index], name, domains: [domain], note: '', ...(index === 0 ? nobodys : lookedAfter(index - 1, cast, now)) })));
  organizationIds.forEach((id, index) => tell(index, id, true));
  const ids = await takeIds(tx, 'customers', customers.length);
  const organizationOf = (name: string | null) => organizationIds[known.findIndex((organization) => organization.name === name)] ?? null;
  await insertRows(tx, 'customers', customers.map(({ kind, name, language, organization, street }, index) => ({ ...common, id: ids[index], kind, name, language, organization_id: organizationOf(organization), note: street && kind === 'external' ? street : '', ...(kind === 'external' && !organization && index % 7 === 3 ? lookedAfter(index, cast, now) : nobodys) })));
  const addresses = customers.flatMap((customer, index) =>
    customer.addresses.map(({ kind, address, bounced }, place) => ({ workspace_id: workspaceId, customer_id: ids[index], kind, address, is_primary: place === 0, bounced_at: bounced ? began : null, bounce_status: bounced ? '5.1.1' : null, created_at: began })),
  );
  const addressIds = await takeIds(tx, 'customer_addresses', addresses.length);
  await insertRows(tx, 'customer_addresses', addresses.map((address, index) => ({ ...address, id: addressIds[index] })));
  await insertRows(tx, 'customer_brands', customers.flatMap(({ brands: keys }, index) => keys.map((key) => ({ workspace_id: workspaceId, customer_id: ids[index], brand_id: brandId.get(key) }))));
  ids.forEach((id, index) => tell(index, id, false));
  return ids;
}
