/** Milliseconds after which a mail that a mailbox has had is an old one that is brought in, and no longer one that comes. */
const old = 24 * 60 * 60_000;

/**
 * When an old mail reached the mailbox that it was fetched from: its ticket then bears that date. Null for mail that comes
 * now, and where something newer stands before it already.
 */
export function importedAt(job: { arrived_at: Date | null }, now: Date, before: Date | null = null): Date | null {
  const at = job.arrived_at;
  if (at === null || now.getTime() - at.getTime() < old) return null;
  return before !== null && before > at ? null : at;
}
