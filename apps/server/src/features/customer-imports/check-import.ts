import { setImmediate as breath } from 'node:timers/promises';
import { belongsTo, findOrganizations } from './belongs.ts';
import { endWork, holdImport, saveProgress, type Counts, type ImportJob } from './customer-imports.queries.ts';
import { absorb, addressesOf, addressKey, decide, knownOfRow, type Belongs } from './decide.rules.ts';
import type { Known, Whose } from './known.ts';
import { readFile } from './import-file.ts';
import { deleteSomeRows, insertRows, type CheckedRow } from './import-rows.queries.ts';
import { createTeller, importerOf, termsOf, type Importer, type Tools } from './job-tools.ts';
import { findPeople, type FoundPerson } from './people.queries.ts';
import { readPerson, type Draft, type RowProblem } from './person.rules.ts';
import type { FileRow } from './reading/file-row.ts';
import { readRows } from './reading/read-file.ts';

const batchSize = 500;
/** characters */
const batchLength = 1_000_000;

type ReadRow = FileRow & { draft: Draft; problems: RowProblem[] };

/**
 * Reads the whole file and writes down what would happen with each row; changes nobody. What a killed worker has left of it is
 * thrown away first. @throws FileTrouble, NotAllowedAnyMore
 */
export async function checkImport(tools: Tools, job: ImportJob, signal: AbortSignal): Promise<void> {
  const importer = await importerOf(tools, job);
  const terms = await termsOf(tools, job, importer);
  while (!signal.aborted) {
    const left = await tools.db.transaction().execute(async (tx) => ((await holdImport(tx, job)) ? deleteSomeRows(tx, job.workspace_id, job.id) : null));
    if (left === null) return;
    if (left === 0) break;
  }
  const check = createCheck(tools, job, importer);
  let batch: ReadRow[] = [];
  let length = 0;
  let isFirst = job.format === 'csv' && job.header;
  for await (const row of readRows(() => readFile(tools.files, job.sha256), job)) {
    if (signal.aborted) return;
    if (isFirst) {
      isFirst = false;
      continue;
    }
    batch.push({ ...row, ...readPerson(row.cells, terms) });
    // Reading persons takes the processor alone: requests that wait go first.
    if (batch.length % 20 === 0) await breath();
    length += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (batch.length < batchSize && length < batchLength) continue;
    if (!(await check.take(batch))) return;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0 && !(await check.take(batch))) return;
  await check.end();
}

function createCheck(tools: Tools, job: ImportJob, importer: Importer) {
  const tell = createTeller(job, importer);
  // Whom the rows before have spoken of, by address: bounded by the file.
  const claimed = new Map<string, Known>();
  const newOrganizations = new Set<string>();
  const counts: Counts = { new: 0, adds: 0, unchanged: 0, refused: 0, organizations: 0 };
  let handled = 0;

  async function judge(batch: readonly ReadRow[]): Promise<CheckedRow[]> {
    const good = batch.filter(({ problems }) => problems.length === 0).map(({ draft }) => draft);
    const people = await findPeople(tools.db, importer.scope, good.flatMap(addressesOf));
    const whose = layered(knownByAddress(people), claimed);
    const organizations = await findOrganizations(tools.db, importer.scope, good);
    return batch.map((row) => judgeOne(row, whose, belongsTo(row.draft, organizations, { create: job.create_organizations })));
  }

  function judgeOne({ row, cells, draft, problems }: ReadRow, whose: Claims, belongs: Belongs): CheckedRow {
    const decision = problems.length > 0 ? { outcome: 'refused' as const, problems } : decide(draft, whose, belongs);
    const stored = { number: row, draft: storable(draft, decision.outcome), cells: cells.map(storableText), outcome: decision.outcome };
    counts[decision.outcome] = (counts[decision.outcome] ?? 0) + 1;
    if (decision.outcome === 'refused') return { ...stored, adds: null, problems: decision.problems, notices: [], customer_id: null };
    const known = decision.outcome === 'new' ? knownOfRow(row, decision.draft, belongs) : decision.known;
    const adds = decision.outcome === 'adds' ? decision.adds : null;
    if (adds) absorb(known, adds, belongs);
    if (belongs.id === 'new' && (decision.outcome === 'new' || adds?.organization !== undefined)) newOrganizations.add(belongs.name);
    for (const { kind, address } of addressesOf(decision.draft)) {
      const key = addressKey(kind, address);
      if (!whose.has(key)) whose.claim(key, known);
    }
    return { ...stored, adds, problems: [], notices: decision.notices, customer_id: known.customerId };
  }

  return {
    /** False when the work is no longer this worker's. */
    async take(batch: readonly ReadRow[]): Promise<boolean> {
      const rows = await judge(batch);
      handled += rows.length;
      counts.organizations = newOrganizations.size;
      const progress = { position: rows.at(-1)?.number ?? 0, handled, total: handled, counts };
      const isOurs = await tools.db.transaction().execute(async (tx) => {
        if (!(await holdImport(tx, job))) return false;
        await insertRows(tx, job.workspace_id, job.id, rows);
        await saveProgress(tx, job, progress);
        await tell(tx, 'checking', { handled, total: 0 });
        return true;
      });
      tools.wake.say('events');
      return isOurs;
    },
    async end(): Promise<void> {
      await tools.db.transaction().execute(async (tx) => {
        if (!(await holdImport(tx, job))) return;
        await saveProgress(tx, job, { position: 0, handled, total: handled, counts });
        await endWork(tx, job, { status: 'ready' });
        await tell(tx, 'ready', { handled, total: handled }, { always: true });
      });
      tools.wake.say('events');
    },
  };
}

type Claims = Whose & { claim(key: string, known: Known): void };

/** Who has an address in the database, or else in the rows before. A long note is not kept for them: it would not be bounded. */
function layered(people: ReadonlyMap<string, Known>, claimed: Map<string, Known>): Claims {
  return {
    get: (key) => people.get(key) ?? claimed.get(key),
    has: (key) => people.has(key) || claimed.has(key),
    claim: (key, known) => void claimed.set(key, known.note.length > 500 ? { ...known, note: '' } : known),
  };
}

/** To whom each address of a batch belongs. */
export function knownByAddress(people: readonly FoundPerson[]): Map<string, Known> {
  const whose = new Map<string, Known>();
  for (const person of people) {
    const known: Known = {
      key: `c${person.id}`, customerId: person.id, row: null, visible: person.visible, name: person.name, language: person.language,
      organizationId: person.organization_id, note: person.note, brands: new Set(person.brands), addresses: person.address_count, email: person.email,
    };
    for (const { kind, address } of person.addresses) whose.set(addressKey(kind, address), known);
  }
  return whose;
}

/** PostgreSQL's JSON takes no NUL and no half of a pair. */
function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** Of a refused row only what is shown; the whole stands in its cells. */
function storable(draft: Draft, outcome: CheckedRow['outcome']): Draft {
  const cut = outcome === 'refused' ? 200 : Infinity;
  return JSON.parse(JSON.stringify(draft, (_key, value: unknown) => (typeof value === 'string' ? storableText(value.slice(0, cut)) : value))) as Draft; // the same shape
}
