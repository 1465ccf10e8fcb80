export { newChallenge } from './challenges.ts';
export { forgetChallenges } from './challenges.queries.ts';
export { deletePasskeysOf, lockUser } from './passkeys.queries.ts';
export { passkeyRoutes } from './passkeys.routes.ts';
export { assertion, ownProof, requestOptions, type Assertion } from './passkeys.schemas.ts';
export { toRequestOptions } from './passkeys.views.ts';
export { placeOf } from './place.ts';
export { provePerson } from './prove-person.ts';
export { takeAssertion } from './take-assertion.ts';
