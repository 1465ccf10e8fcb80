import type { Tx } from '../../platform/db/db.ts';
import { insertOrganizations } from '../organizations/index.ts';
import { belongsTo, findOrganizations } from './belongs.ts';
import { knownByAddress } from './check-import.ts';
import { endWork, holdImport, saveProgress, type Counts, type ImportJob } from './customer-imports.queries.ts';
import { absorb, addressesOf, addressKey, decide, knownOfRow, type Adds, type Belongs } from './decide.rules.ts';
import type { Known } from './known.ts';
import { nextToApply, saveApplied, type Applied, type AppliedRow, type StoredRow } from './import-rows.queries.ts';
import { createTeller, importerOf, type Importer, type Tools } from './job-tools.ts';
import { appendEvents, findPeople, insertAddresses, insertPeople, linkPeople, reserveCustomerIds, updatePeople, type NewAddress, type ImportEvent } from './people.queries.ts';
import type { Draft, RowNotice } from './person.rules.ts';

const batchSize = 200;

/** Somebody took an address of this batch, or merged a customer of it, between our look and our write: the batch is made again from what stands there now. */
class OvertakenError extends Error {}

type Row = Pick<StoredRow, 'number' | 'outcome' | 'draft'>;
type Step = { number: number; draft: Draft; known: Known; belongs: Belongs; created: boolean; adds: Adds; notices: RowNotice[]; noteBefore: string; noteAfter: string };

/**
 * Writes the rows, a batch and the place in the file in each transaction: after a crash it goes on behind the last row that
 * was written, and none is written twice. Every row is judged again by what stands in the database now. @throws NotAllowedAnyMore
 */
export async function applyImport(tools: Tools, job: ImportJob, signal: AbortSignal): Promise<void> {
  const importer = await importerOf(tools, job);
  const tell = createTeller(job, importer);
  for (let tries = 0; !signal.aborted; ) {
    try {
      const goesOn = await tools.db.transaction().execute(async (tx) => {
        const progress = await holdImport(tx, job);
        if (!progress) return false;
        const rows = await nextToApply(tx, job.workspace_id, job.id, progress.position, batchSize);
        if (rows.length === 0) {
          await endWork(tx, job, { status: 'done' });
          await tell(tx, 'done', progress, { always: true });
          return false;
        }
        const counts = await applyBatch(tx, job, importer, rows, progress.counts);
        const next = { ...progress, counts, handled: progress.handled + rows.length, position: rows.at(-1)?.number ?? progress.position };
        await saveProgress(tx, job, next);
        await tell(tx, 'importing', next);
        return true;
      });
      tools.wake.say('events');
      if (!goesOn) return;
      tries = 0;
    } catch (error) {
      tries += 1;
      if (!(error instanceof OvertakenError) || tries > 5) throw error;
    }
  }
}

async function applyBatch(tx: Tx, job: ImportJob, importer: Importer, rows: readonly Row[], before: Counts): Promise<Counts> {
  const good = rows.filter(({ outcome }) => outcome !== 'refused');
  const drafts = good.map(({ draft }) => draft);
  const people = await findPeople(tx, importer.scope, drafts.flatMap(addressesOf), { lock: true });
  if (people.some(({ merged }) => merged)) throw new OvertakenError();
  const whose = knownByAddress(people);
  const organizations = await findOrganizations(tx, importer.scope, drafts);
  const ids = await reserveCustomerIds(tx, good.length);

  const results: AppliedRow[] = [];
  const steps: Step[] = [];
  for (const row of good) {
    const belongs = belongsTo(row.draft, organizations, { create: job.create_organizations });
    const decision = decide(row.draft, whose, belongs);
    const result = { number: row.number, outcome: decision.outcome, adds: null, problems: [], notices: [], customer_id: null, applied: null };
    if (decision.outcome === 'refused') {
      results.push({ ...result, problems: decision.problems });
      continue;
    }
    const created = decision.outcome === 'new';
    const known = decision.outcome === 'new' ? knownOfRow(row.number, decision.draft, belongs, ids[steps.length] ?? null) : decision.known;
    const adds = decision.outcome === 'adds' ? decision.adds : {};
    const noteBefore = known.note;
    absorb(known, adds, belongs);
    for (const { kind, address } of addressesOf(decision.draft)) if (!whose.has(addressKey(kind, address))) whose.set(addressKey(kind, address), known);
    steps.push({ number: row.number, draft: decision.draft, known, belongs, created, adds, notices: decision.notices, noteBefore, noteAfter: known.note });
    results.push({ ...result, adds: decision.outcome === 'adds' ? adds : null, notices: decision.notices, customer_id: known.customerId });
  }
  const made = await makeOrganizations(tx, job, importer, steps);
  const applied = await write(tx, job, importer, steps, made);
  await saveApplied(tx, job.workspace_id, job.id, results.map((result) => ({ ...result, applied: applied.get(result.number) ?? null })));
  return tally(before, rows, results, made.size);
}

/** Organizations that somebody is to belong to and nobody has made, by their names; those who belong to them then know their ids. */
async function makeOrganizations(tx: Tx, job: ImportJob, importer: Importer, steps: readonly Step[]): Promise<Map<string, number>> {
  const joining = steps.filter(({ belongs, created, adds }) => belongs.id === 'new' && (created || adds.organization !== undefined));
  const wanted = new Map<string, string | null>();
  for (const { belongs: { name }, draft } of joining) wanted.set(name, wanted.get(name) ?? draft.domain);
  if (wanted.size === 0) return new Map();
  const made = new Map((await insertOrganizations(tx, job.workspace_id, [...wanted].map(([name, domain]) => ({ name, domain })))).map(({ id, name }) => [name, id]));
  for (const step of joining) {
    const id = made.get(step.belongs.name) ?? null;
    step.belongs = { id, name: step.belongs.name };
    step.known.organizationId = id;
    if (id !== null) continue;
    // Somebody took the name meanwhile, or one has it that the person does not see.
    delete step.adds.organization;
    step.notices.push({ code: 'organization_unknown', value: step.belongs.name });
  }
  await appendEvents(tx, job.workspace_id, importer.id, [...made.values()].map((id) => ({ type: 'organization.created', brandId: null, data: { organization_id: id } })));
  return made;
}

async function write(tx: Tx, job: ImportJob, importer: Importer, steps: readonly Step[], made: Map<string, number>): Promise<Map<number, Applied>> {
  const { workspace_id: workspaceId } = job;
  const unmentioned = new Map(made);
  const creating = steps.filter(({ created }) => created);
  await insertPeople(tx, workspaceId, creating.map(({ known, draft, belongs }) => ({
    id: idOf(known), kind: draft.kind ?? 'external', name: draft.name, language: draft.language, organization_id: organizationOf(belongs), note: draft.note,
  })));
  const changed = new Map(steps.filter(({ created, adds }) => !created && isFact(adds)).map(({ known }) => [idOf(known), known]));
  await updatePeople(tx, workspaceId, [...changed].map(([id, { name, language, organizationId, note }]) => ({ id, name, language, organization_id: organizationId === 'new' ? null : organizationId, note })));

  const wanted: NewAddress[] = steps.flatMap(({ known, draft, created, adds }) =>
    addressesOf(created ? draft : { emails: adds.emails ?? [], phones: adds.phones ?? [] }).map((each) => ({ ...each, customer_id: idOf(known), place: 0 })));
  const addresses = await insertAddresses(tx, workspaceId, wanted.map((each, place) => ({ ...each, place })));
  if (addresses.length < wanted.length) throw new OvertakenError();
  const addressIds = new Map(addresses.map(({ id, kind, address }) => [addressKey(kind, address), id]));
  const links = steps.flatMap(({ known, draft, created, adds }) => (created || adds.brand !== undefined ? [{ customerId: idOf(known), brandId: draft.brand }] : []));
  await linkPeople(tx, workspaceId, links);
  await appendEvents(tx, workspaceId, importer.id, steps.flatMap((step) => eventsOf(step, addressIds)));

  return new Map(steps.filter(({ created, adds }) => created || Object.keys(adds).length > 0).map((step) => {
    const { belongs } = step;
    const organizationCreated = typeof belongs.id === 'number' ? unmentioned.get(belongs.name) : undefined;
    if (organizationCreated !== undefined) unmentioned.delete(belongs.name);
    return [step.number, { ...appliedOf(step, addressIds), ...(organizationCreated === undefined ? {} : { organizationCreated }) }];
  }));
}

function appliedOf({ draft, belongs, created, adds, noteBefore, noteAfter }: Step, addressIds: ReadonlyMap<string, number>): Applied {
  const given = created ? draft : { emails: adds.emails ?? [], phones: adds.phones ?? [] };
  const organization = organizationOf(belongs);
  const set: Applied['set'] = created
    ? { kind: draft.kind ?? 'external', name: draft.name, note: draft.note, ...(draft.language === null ? {} : { language: draft.language }), ...(organization === null ? {} : { organization }) }
    : {
        ...(adds.name === undefined ? {} : { name: adds.name }),
        ...(adds.language === undefined ? {} : { language: adds.language }),
        ...(adds.organization === undefined || organization === null ? {} : { organization }),
        ...(adds.note === undefined ? {} : { note: noteAfter }),
      };
  const brand = created ? draft.brand : adds.brand;
  return {
    created, set, noteBefore,
    addressIds: addressesOf(given).flatMap(({ kind, address }) => addressIds.get(addressKey(kind, address)) ?? []),
    ...(brand === undefined ? {} : { brand }),
  };
}

/** What the same change by hand would tell: a change of fields and addresses, and to each brand that it knows the customer now. */
function eventsOf({ known, draft, created, adds }: Step, addressIds: ReadonlyMap<string, number>): ImportEvent[] {
  const customerId = idOf(known);
  if (created) return [{ type: 'customer.created', brandId: draft.brand, data: { customer_id: customerId } }];
  const added = addressesOf({ emails: adds.emails ?? [], phones: adds.phones ?? [] }).flatMap(({ kind, address }) => addressIds.get(addressKey(kind, address)) ?? []);
  const changes = {
    ...(adds.name === undefined ? {} : { name: true }),
    ...(adds.note === undefined ? {} : { note: true }),
    ...(adds.language === undefined ? {} : { language: { from: null, to: adds.language } }),
    ...(adds.organization === undefined ? {} : { organization_id: { from: null, to: known.organizationId } }),
    ...(added.length === 0 ? {} : { addresses: { added } }),
  };
  const events: ImportEvent[] = [];
  const [seenBy] = [...known.brands].filter((brand) => brand !== adds.brand);
  if (Object.keys(changes).length > 0) events.push({ type: 'customer.updated', brandId: seenBy ?? draft.brand, data: { customer_id: customerId, changes } });
  if (adds.brand !== undefined) events.push({ type: 'customer.updated', brandId: adds.brand, data: { customer_id: customerId, changes: { brands: { added: [adds.brand] } } } });
  return events;
}

function tally(before: Counts, rows: readonly Row[], results: readonly AppliedRow[], organizations: number): Counts {
  const counts = { ...before, organizations: (before.organizations ?? 0) + organizations };
  for (const { outcome } of rows) if (outcome === 'refused') counts.refused = (counts.refused ?? 0) + 1;
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function isFact({ name, language, organization, note }: Adds): boolean {
  return name !== undefined || language !== undefined || organization !== undefined || note !== undefined;
}

function organizationOf({ id }: Belongs): number | null {
  return id === 'new' ? null : id;
}

function idOf({ customerId }: Known): number {
  if (customerId === null) throw new Error('a row without a customer');
  return customerId;
}
