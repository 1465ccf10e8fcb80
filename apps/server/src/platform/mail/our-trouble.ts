import pg from 'pg';

const fileTrouble = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'EROFS', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
// Connection lost, resources, shut-down, deadlocks and serialisation, locks, statement time-outs: SQLSTATE classes.
const databaseTrouble = /^(08|53|57|40|55|58)/;

/** Whether an error speaks of our database, disk or network, and not of the mail at hand: then the mail has done nothing wrong. */
export function isOurTrouble(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return databaseTrouble.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A database that is being started again has no socket yet (ENOENT), which no missing file is.
  if (syscall === 'connect') return true;
  if (code !== undefined) return fileTrouble.has(code);
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection ended)/i.test(error.message);
}
