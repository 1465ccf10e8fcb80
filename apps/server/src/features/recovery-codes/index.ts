export { renewCodes, takeRecoveryCode } from './recovery-codes.commands.ts';
export { deleteRecoveryCodes } from './recovery-codes.queries.ts';
export { readRecoveryCode } from './recovery-codes.ts';
