/** A row of a table as a spreadsheet counts it, or a card as it comes in the file. */
export type FileRow = { row: number; cells: string[] };
