export { addCommitment, lockWhole, withdrawCommitment } from './commitments.commands.ts';
export { addCommitmentBody, moveCommitmentBody, withdrawCommitmentBody } from './commitments.schemas.ts';
export { moveCommitment } from './move-commitment.commands.ts';
export { commitmentRoutes } from './commitments.routes.ts';
export { promisePageRoutes } from './page/promise-page.routes.ts';
export { endOfDayIn, findCommitment, listCommitments, listMoves, type CommitmentRow, type MoveRow } from './commitments.queries.ts';
export { toCommitment } from './commitments.views.ts';
export { commitmentQueue, startPromiseTimers } from './due-commitments.ts';
export { countCommitmentsOf, handOverCommitments } from './hand-over.queries.ts';
