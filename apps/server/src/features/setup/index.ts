export { closeSetupLink, offerSetup } from './setup.commands.ts';
export { setupRoutes } from './setup.routes.ts';
