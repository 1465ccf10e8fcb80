export { mailSignInRoutes } from './mail-sign-in.routes.ts';
export { mailProviders, type MailProvider } from './providers.ts';
export { mailAccessToken } from './tokens.ts';
