export const fileTroubles = [
  'empty', 'spreadsheet', 'not_text', 'no_cards', 'too_many_rows', 'too_many_columns', 'record_too_large', 'quote_not_closed', 'lost',
] as const;
export type FileTroubleCode = (typeof fileTroubles)[number];

/** Why a file cannot be read, and in which row it was noticed. */
export class FileTrouble extends Error {
  readonly code: FileTroubleCode;
  readonly row: number | null;

  constructor(code: FileTroubleCode, row: number | null = null) {
    super(`the file cannot be read: ${code}${row === null ? '' : ` in row ${row}`}`);
    this.name = 'FileTrouble';
    this.code = code;
    this.row = row;
  }
}
