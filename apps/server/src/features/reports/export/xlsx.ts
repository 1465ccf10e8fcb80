import { strToU8, zipSync } from 'fflate';
import type { Cell, CellKind, Table } from './tables.ts';

/**
 * A workbook of Office Open XML (ECMA-376) with one sheet a table. Texts are inline strings, which no program takes for a
 * formula; numbers are numbers, so they follow the reader's own language.
 */
export function toXlsx(tables: readonly Table[]): Uint8Array {
  const names = sheetNames(tables.map(({ name }) => name));
  const numbers = tables.map((_, at) => at + 1);
  const sheets = numbers.map((n) => `<sheet name="${escaped(names[n - 1] ?? '')}" sheetId="${n}" r:id="rId${n}"/>`).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook xmlns="${sheetMain}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(`${numbers.map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${tables.length + 1}" Type="${office}/styles" Target="styles.xml"/>`),
    'xl/styles.xml': styles,
    ...Object.fromEntries(tables.map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, toSheet(table)])),
  };
  // Zip keeps no zone; a fixed date makes the same report the same file.
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])), { level: 6, mtime: new Date(2000, 0, 1) });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const sheetMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inner: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** By kind, its place in `cellXfs`; 1 is that of headings. Formats 1, 2, 10 and 14 are built in: 0, 0.00, 0.00 %, a date. */
const styleOf: Record<CellKind, number> = { text: 0, count: 2, decimal: 3, minutes: 3, share: 4, day: 5 };
const styles = `<styleSheet xmlns="${sheetMain}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[[0, 0], [0, 1], [1, 0], [2, 0], [10, 0], [14, 0]].map(([format, font]) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`).join('')}</cellXfs></styleSheet>`;

function toSheet({ columns, rows }: Table): string {
  const widths = columns.map(({ title }, at) => `<col min="${at + 1}" max="${at + 1}" width="${at === 0 ? 28 : Math.min(30, Math.max(12, title.length + 2))}" customWidth="1"/>`).join('');
  const head = `<row r="1">${columns.map(({ title }, at) => text(title, at, 1, 1)).join('')}</row>`;
  const body = rows.map((row, index) => `<row r="${index + 2}">${row.map((cell, at) => toCell(cell, columns[at]?.kind ?? 'text', at, index + 2)).join('')}</row>`).join('');
  return `<worksheet xmlns="${sheetMain}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${head}${body}</sheetData></worksheet>`;
}

function toCell(cell: Cell, kind: CellKind, column: number, row: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${nameOf(column)}${row}" s="${styleOf[kind]}"><v>${cell}</v></c>`;
  // Days are counted from the last one of 1899.
  if (kind === 'day') return `<c r="${nameOf(column)}${row}" s="${styleOf.day}"><v>${Math.round((Date.parse(`${cell}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)}</v></c>`;
  return text(cell, column, row, styleOf.text);
}

const text = (value: string, column: number, row: number, style: number) => `<c r="${nameOf(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/** 0 is A, 26 is AA. */
function nameOf(column: number): string {
  return (column >= 26 ? nameOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** At most 31 characters, none of `[]:*?/\`, each once. */
function sheetNames(given: readonly string[]): string[] {
  const taken = new Set<string>();
  return given.map((name) => {
    const clean = name.replaceAll(/[[\]:*?/\\]/g, ' ').trim().slice(0, 28) || 'Sheet';
    let unique = clean;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${clean} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** What XML 1.0 cannot hold at all is left out. */
function escaped(value: string): string {
  return value.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
