/** What a spreadsheet takes for the start of a formula (OWASP "CSV Injection"), also in the full-width forms that some convert. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet runs: an apostrophe in front of what looks like a formula. Reading it with `asWritten` gives the same text again. */
export function harmless(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of `harmless` off again; a phone number is `'+46…` in the file and `+46…` here. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** One line of a CSV file (RFC 4180), each cell quoted and harmless. */
export function csvLine(cells: readonly string[], separator: Separator = ','): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(separator)}\r\n`;
}

export type Separator = ',' | ';';

/** Spreadsheets part cells at `;` where the decimal sign is a comma. */
export function separatorOf(language: string): Separator {
  return new Intl.NumberFormat(language).format(1.5).includes(',') ? ';' : ',';
}

/** In front of a file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF';
