import type { AgentActor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/db/db.ts';
import { fieldProblem, notFound, Problem } from '../../platform/errors/problem.ts';
import { appendEvent } from '../../platform/events/events.queries.ts';
import { findBrand } from '../brands/index.ts';
import {
  beginWork, findImport, insertImport, markRemoved, saveSettings,
  type Counts, type ImportRow, type ImportStatus, type ImportWork, type NewImport, type Recognised,
} from './customer-imports.queries.ts';
import type { UpdateImportBody } from './customer-imports.schemas.ts';
import { lastRow } from './import-rows.queries.ts';
import { tellImport } from './job-tools.ts';
import { isCountry } from './look-at-file.ts';

export async function createImport(tx: Tx, actor: AgentActor, values: NewImport): Promise<{ importId: number }> {
  const importId = await insertImport(tx, actor.scope.workspaceId, values);
  await appendEvent(tx, actor, { type: 'customer_import.created', brandId: values.brand_id, data: { import_id: importId } });
  return { importId };
}

const changeable: ImportStatus[] = ['draft', 'ready', 'failed'];

/** @throws Problem not_found; import_busy once it has begun to import, or while it is checked */
export async function findChangeable(tx: Tx, actor: AgentActor, importId: number): Promise<ImportRow> {
  return locked(tx, actor, importId, (row) => changeable.includes(row.status) && (row.failed_while ?? 'checking') === 'checking');
}

/**
 * Changes how the file is read; what was checked before no longer holds. `found` is what another look at the file gave.
 * @throws Problem not_found, import_busy, invalid_input
 */
export async function updateImport(tx: Tx, actor: AgentActor, importId: number, input: UpdateImportBody, found: Recognised | null): Promise<void> {
  const before = await findChangeable(tx, actor, importId);
  const { brand, mapping, country, create_organizations } = input;
  const width = (found ?? before).columns.length;
  if (mapping && mapping.length !== width) throw fieldProblem('mapping', 'invalid_input', `There are ${width} columns`);
  if (country != null && !isCountry(country)) throw fieldProblem('country', 'not_found', 'There is no such country');
  if (brand !== undefined && (await findBrand(tx, actor.scope, brand))?.archived_at !== null) throw fieldProblem('brand', 'not_found', `There is no brand ${brand}`);
  await saveSettings(tx, actor.scope.workspaceId, importId, {
    ...found,
    ...(mapping ? { mapping } : {}),
    ...(country === undefined ? {} : { country }),
    ...(create_organizations === undefined ? {} : { create_organizations }),
    ...(brand === undefined ? {} : { brand_id: brand }),
  });
  await tellImport(tx, actor, { id: importId, brand_id: brand ?? before.brand_id }, 'draft', { handled: 0, total: 0 });
}

/** @throws Problem not_found, import_busy, invalid_input without a column that says who somebody is */
export async function requestCheck(tx: Tx, actor: AgentActor, importId: number): Promise<void> {
  const row = await findChangeable(tx, actor, importId);
  if (!row.mapping.some((field) => ['name', 'first_name', 'last_name', 'email', 'phone'].includes(field)))
    throw fieldProblem('mapping', 'required', 'Choose at least one column with names, addresses or numbers');
  await begin(tx, actor, row, 'checking', { position: 0, total: 0, counts: {} });
}

/** Imports what was checked; an import that failed on its way goes on where it was. @throws Problem not_found, import_busy */
export async function startImport(tx: Tx, actor: AgentActor, importId: number): Promise<void> {
  const row = await locked(tx, actor, importId, ({ status, failed_while }) => status === 'ready' || (status === 'failed' && failed_while === 'importing'));
  const resumed = row.status === 'failed';
  await begin(tx, actor, row, 'importing', { position: resumed ? row.position : 0, total: row.total, counts: resumed ? row.counts : {}, handled: resumed ? row.handled : 0 });
}

/** Takes back what has been imported, all of it or what there was when it failed. @throws Problem not_found, import_busy */
export async function requestUndo(tx: Tx, actor: AgentActor, importId: number): Promise<void> {
  const row = await locked(tx, actor, importId, ({ status, failed_while }) => status === 'done' || (status === 'failed' && failed_while !== 'checking'));
  const again = row.failed_while === 'undoing';
  const position = again ? row.position : (await lastRow(tx, actor.scope.workspaceId, importId)) + 1;
  await begin(tx, actor, row, 'undoing', { position, total: row.total, counts: row.counts, handled: again ? row.handled : 0 });
}

/** Removes the import itself, never its customers; the caller then deletes its rows. @throws Problem not_found, import_busy */
export async function removeImport(tx: Tx, actor: AgentActor, importId: number): Promise<void> {
  const row = await locked(tx, actor, importId, isIdle);
  await markRemoved(tx, actor.scope.workspaceId, importId);
  await appendEvent(tx, actor, { type: 'customer_import.removed', brandId: row.brand_id, data: { import_id: importId } });
}

function isIdle({ status }: ImportRow): boolean {
  return status !== 'checking' && status !== 'importing' && status !== 'undoing';
}

async function begin(tx: Tx, actor: AgentActor, row: ImportRow, status: ImportWork, start: { position: number; total: number; counts: Counts; handled?: number }): Promise<void> {
  await beginWork(tx, actor.scope.workspaceId, row.id, status, { handled: 0, ...start });
  await tellImport(tx, actor, row, status, { handled: start.handled ?? 0, total: start.total });
}

async function locked(tx: Tx, actor: AgentActor, importId: number, isPossible: (row: ImportRow) => boolean): Promise<ImportRow> {
  const row = await findImport(tx, actor, importId, { lock: true });
  if (!row) throw notFound('import');
  if (!isPossible(row)) throw new Problem('import_busy');
  return row;
}
