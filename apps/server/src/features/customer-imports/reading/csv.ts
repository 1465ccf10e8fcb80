import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { limits } from '../limits.ts';
import { FileTrouble } from './file-trouble.ts';
import type { FileRow } from './file-row.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The sign that cuts the first lines into the same number of cells, more than one if any does. */
export function findDelimiter(head: string): Delimiter {
  const said = /^\uFEFF?sep=([,;\t|])\r?\n/.exec(head)?.[1];
  if (said) return said as Delimiter; // one of the class above
  const lines = linesOf(head);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const cells = lines.map((line) => line.split(delimiter).length);
    const [first = 1] = cells;
    if (first < 2) continue;
    const same = cells.filter((count) => count === first).length / cells.length;
    const score = same * 100 + Math.min(first, 20);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** The first lines with what stands in quotes taken out; a line break in quotes ends no line. The last may be cut off. */
function linesOf(head: string): string[] {
  const bare = head.replaceAll('""', '').replaceAll(/"[^"]*"/g, 'x').replace(/"[^"]*$/, '');
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 30);
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}

/**
 * Rows one after the other, numbered as a spreadsheet shows them. A quote within a cell that is not quoted is a sign like
 * another; rows may be shorter or longer than the first.
 * @throws FileTrouble
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.record,
    // Asked as each cell ends: a row of a million cells is not built first.
    cast: (value, { index, lines }) => {
      if (index >= limits.columns) throw new FileTrouble('too_many_columns', lines);
      return value;
    },
  });
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { records: number; empty_lines: number }; record: string[] }>) {
      const row = info.records + info.empty_lines;
      if (row === 1 && record.length <= 2 && /^sep=.?$/.test(record[0] ?? '')) continue;
      yield { row, cells: record };
    }
  } catch (error) {
    throw troubleOf(error);
  }
}

function troubleOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = typeof error['lines'] === 'number' ? error['lines'] : null;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new FileTrouble('record_too_large', row);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new FileTrouble('quote_not_closed', row);
  return new FileTrouble('not_text', row);
}
