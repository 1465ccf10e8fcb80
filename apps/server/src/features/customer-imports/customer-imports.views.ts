import type { z } from 'zod';
import { showPhoneNumber } from '../customers/index.ts';
import type { ImportRow } from './customer-imports.queries.ts';
import type { importRowShape, importShape } from './customer-imports.schemas.ts';
import type { ListedRow } from './import-rows.queries.ts';
import type { RowNotice } from './person.rules.ts';

const none = { new: 0, adds: 0, unchanged: 0, refused: 0, organizations: 0, removed: 0, taken_back: 0, kept: 0 };

export function viewImport(row: ImportRow): z.input<typeof importShape> {
  const isRunning = row.status === 'checking' || row.status === 'importing' || row.status === 'undoing';
  return {
    id: row.id,
    file: { name: row.file_name, size: row.size },
    format: row.format,
    encoding: row.encoding,
    delimiter: row.delimiter,
    header: row.header,
    columns: row.columns.map((column, index) => ({ ...column, field: row.mapping[index] ?? 'skip' })),
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    country: row.country,
    create_organizations: row.create_organizations,
    status: row.status,
    failed_while: row.failed_while,
    error: row.error === null ? null : { code: row.error, row: row.error_row },
    progress: isRunning ? { done: row.handled, total: row.status === 'checking' ? 0 : row.total } : null,
    counts: { ...none, ...row.counts },
    rows: row.total,
    made_by: { id: row.agent_id, name: row.agent_name },
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

const leftOut: readonly string[] = ['number_of_customer', 'number_of_row'] satisfies RowNotice['code'][];

export function viewRow({ number, outcome, draft, adds, problems, notices, customer_id, undone }: ListedRow, country: string | undefined): z.input<typeof importRowShape> {
  return {
    row: number,
    outcome,
    name: draft.name.slice(0, 200),
    emails: draft.emails,
    phones: draft.phones.filter((phone) => !notices.some(({ code, value }) => leftOut.includes(code) && value === phone)),
    shown: Object.fromEntries(draft.phones.map((phone) => [phone, showPhoneNumber(phone, country).text])),
    organization: draft.organization,
    customer: customer_id,
    adds: adds && {
      emails: adds.emails ?? [], phones: adds.phones ?? [], name: adds.name ?? null, language: adds.language ?? null,
      organization: adds.organization ?? null, note: adds.note?.slice(0, 200) ?? null, brand: adds.brand ?? null,
    },
    problems,
    notices,
    undone,
  };
}
