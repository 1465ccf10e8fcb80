export { accountFields, toNextContact } from './account.commands.ts';
export { accountOfCustomer, accountOfOrganization, takenAtOnce, takenBy, takenByJoins, type Account, type AccountFields, type TakenBy } from './account.queries.ts';
export { accountInput, accountShape, nextContactInput, nextContactShape } from './account.schemas.ts';
export { countBase } from './base-list.queries.ts';
export { handOverBase } from './base-moves.commands.ts';
export { deleteOldMoves } from './base-moves.queries.ts';
export { customerBaseRoutes } from './base.routes.ts';
