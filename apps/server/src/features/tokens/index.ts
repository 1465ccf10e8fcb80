export { createToken } from './tokens.commands.ts';
export { tokenRoutes } from './tokens.routes.ts';
