export { commitmentRoutes } from './commitments.routes.ts';
export { promisePageRoutes } from './page/promise-page.routes.ts';
export { endOfDayIn, listCommitments, listMoves, type CommitmentRow, type MoveRow } from './commitments.queries.ts';
export { toCommitment } from './commitments.views.ts';
export { commitmentQueue, startPromiseTimers } from './due-commitments.ts';
export { handOverCommitments } from './hand-over.queries.ts';
export { promiseByAutomation } from './promise-by-automation.command.ts';
export { nextAt } from './commitments.rules.ts';
