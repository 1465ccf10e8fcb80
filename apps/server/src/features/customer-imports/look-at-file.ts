import { isSupportedCountry } from 'libphonenumber-js/max';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/errors/problem.ts';
import { looksLikeHeadings, suggestMapping, type Column } from './columns.rules.ts';
import { listBrandNames, type ImportRow, type Recognised } from './customer-imports.queries.ts';
import { readFile } from './import-file.ts';
import { FileTrouble } from './reading/file-trouble.ts';
import type { FileRow } from './reading/file-row.ts';
import { readFirstRows, recognise } from './reading/read-file.ts';

const rowsLookedAt = 30;
const samplesShown = 4;

type Given = Partial<Pick<ImportRow, 'encoding' | 'delimiter' | 'header'>> & { country: string | null };

/**
 * How the file is to be read, its columns, and what they seem to hold. Comes before any transaction: it reads the file.
 * @throws Problem file_not_readable with the reason as the code of the field `file`
 */
export async function lookAtFile({ db, files }: Pick<Context, 'db' | 'files'>, actor: AgentActor, sha256: string, given: Given): Promise<Recognised> {
  const open = () => readFile(files, sha256);
  try {
    const reading = await recognise(open, given);
    const rows = await readFirstRows(open, reading, rowsLookedAt);
    const [first] = rows;
    if (!first) throw new FileTrouble('empty');
    const header = reading.format === 'vcard' || (given.header ?? looksLikeHeadings(first.cells));
    const columns = columnsOf(rows, header);
    const brands = await listBrandNames(db, actor.scope);
    const mapping = suggestMapping(columns, { country: given.country ?? undefined, brands: brands.flatMap(({ name, slug }) => [name.toLowerCase(), slug]) });
    return { ...reading, header, columns, mapping };
  } catch (error) {
    if (error instanceof FileTrouble) throw unreadable(error);
    throw error;
  }
}

function columnsOf(rows: readonly FileRow[], header: boolean): Column[] {
  const [head] = rows;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const body = header ? rows.slice(1) : rows;
  return Array.from({ length: width }, (_, index) => ({
    heading: header ? shown(head?.cells[index] ?? '') : '',
    samples: [...new Set(body.map(({ cells }) => shown(cells[index] ?? '')).filter((cell) => cell !== ''))].slice(0, samplesShown),
  }));
}

function shown(cell: string): string {
  return cell.trim().slice(0, 80).toWellFormed().replaceAll('\0', '\ufffd');
}

function unreadable({ code, row, message }: FileTrouble): Problem {
  return new Problem('file_not_readable', message, [{ field: 'file', code, message: row === null ? message : `row ${row}` }]);
}

/** Where the person's language is spoken most; they can choose another. English says nothing. */
export function likelyCountry(language: string): string | null {
  return { sv: 'SE', da: 'DK', pl: 'PL', es: 'ES' }[language] ?? null;
}

export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}
