export { ownSessionRoutes } from './own-sessions.routes.ts';
export { passkeySignInRoutes } from './passkey-sign-in.routes.ts';
export { callerOf, signIn, type Caller } from './sessions.commands.ts';
export { onlyOwnPages, sessionRoutes, setCookies, signedInShape } from './sessions.routes.ts';
