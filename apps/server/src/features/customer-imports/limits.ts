/** What an import may hold; beyond it the file is refused with a clear word, never cut. */
export const limits = {
  /** bytes */
  file: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  /** characters of one row or card */
  record: 256 * 1024,
  name: 200,
  note: 10_000,
  /** of one row, and of one customer with what they have already */
  addresses: 20,
};
