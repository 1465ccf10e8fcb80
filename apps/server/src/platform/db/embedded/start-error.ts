/**
 * Why the program's own PostgreSQL could not start. The message is one English sentence for the
 * person at the terminal and says what to do; it is shown without a stack trace.
 */
export type StartErrorCode =
  | 'already_running'
  | 'data_dir_denied'
  | 'data_dir_foreign'
  | 'data_dir_incomplete'
  | 'disk_full'
  | 'os_user'
  | 'postgres_failed'
  | 'postgres_missing'
  | 'postgres_stuck'
  | 'postgres_version';

export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}

/** Turns a file-system error under `folder` into a StartError; anything unknown is returned as it is. */
export function fromFileError(error: unknown, folder: string): unknown {
  if (error instanceof StartError) return error;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return denied(folder, error);
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartError('data_dir_foreign', `${folder} is not a folder: set OMBUD_DATA_DIR to a folder of its own.`, {
      cause: error,
    });
  }
  return error;
}

/** The `code` of a Node or PostgreSQL error, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function diskFull(folder: string, cause?: unknown): StartError {
  return new StartError('disk_full', `The disk that holds ${folder} is full: free some space and start again.`, { cause });
}

export function denied(folder: string, cause?: unknown): StartError {
  return new StartError(
    'data_dir_denied',
    `This user may not write to ${folder}: start as the user who owns it, or set OMBUD_DATA_DIR to another folder.`,
    { cause },
  );
}

/** Reads the reason out of what initdb or postgres printed. */
export function fromOutput(output: string, folder: string, log: string): StartError {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output)) return diskFull(folder, output);
  if (/Permission denied|Operation not permitted|Read-only file system/.test(output)) return denied(folder, output);
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/the database system is/.test(line));
  const telling = lines.findLast((line) => /FATAL|PANIC|error:|not found/.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
  const reason = telling
    .slice(0, 400)
    .replace(/^.*?(?:FATAL|PANIC|error):\s*/, '')
    .replace(/\.$/, '');
  return new StartError('postgres_failed', `PostgreSQL did not start: ${reason}. More is in ${log}.`, { cause: output });
}
