import { BackupProblem } from '../platform/backup/backup-problem.ts';
import { StartError } from '../platform/db/embedded/index.ts';
import { MigrationError } from '../platform/db/migrate.ts';
import { withoutCredentials } from '../platform/log/log.ts';

/** Why the program cannot start, in one sentence for the person at the terminal; shown without a stack trace. */
export class StartProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartProblem';
  }
}

/** One sentence for what the person can put right; null for a fault of ours, which is shown whole. */
export function startFailure(error: unknown): string | null {
  if (error instanceof StartProblem || error instanceof StartError || error instanceof MigrationError || error instanceof BackupProblem) return error.message;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'The disk is full: free some space and start again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `This user may not do that: ${messageOf(error)}.`;
  return null;
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  ECONNRESET: 'it broke the connection off',
  ENOENT: 'there is no such socket',
  '28P01': 'it refuses the password',
  '28000': 'it refuses the user',
  '3D000': 'it has no such database',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
};

/** What stands in the way of the database of DATABASE_URL, without its password; other errors come back as they are. */
export function databaseFailure(error: unknown, url: string): unknown {
  const silent = error instanceof Error && error.message === 'timeout expired'; // pg gives it no code
  const reason = reasons[silent ? 'ETIMEDOUT' : (codeOf(error) ?? '')];
  if (error instanceof MigrationError || reason === undefined) return error;
  return new StartProblem(`The database of DATABASE_URL (${placeOf(url)}) cannot be used: ${reason}.`, { cause: error });
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'not an address';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'local socket'}${port ? `:${port}` : ''}${pathname}`;
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Several addresses tried: each has its own error.
  if (code === undefined && error instanceof AggregateError) return codeOf(error.errors[0]);
  return typeof code === 'string' ? code : undefined;
}

function messageOf(error: unknown): string {
  return withoutCredentials(error instanceof Error ? error.message : String(error));
}
