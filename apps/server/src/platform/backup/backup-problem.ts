export type BackupProblemCode = 'busy' | 'damaged' | 'failed' | 'no_space' | 'not_a_backup' | 'not_empty' | 'not_writable' | 'other_version' | 'stopped' | 'wrong_secret';

/** Why a backup or a restore cannot be done, in one sentence for the person at the terminal. */
export class BackupProblem extends Error {
  readonly code: BackupProblemCode;
  constructor(code: BackupProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupProblem';
    this.code = code;
  }
}

/** What the file system refused, told as a problem; other errors come back as they are. */
export function fromFolder(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupProblem('no_space', `The disk that holds ${folder} is full: free some space.`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new BackupProblem('not_writable', `This user may not write to ${folder}: let the user who runs Ombud own it, or name another folder.`, { cause: error });
  return error;
}
