export { createAgent, giveSignIn, updateAgent } from './agents.commands.ts';
export { findAgent, lockActiveOwners, type AgentRow } from './agents.queries.ts';
export { agentRoutes } from './agents.routes.ts';
export { meRoutes } from './me.routes.ts';
