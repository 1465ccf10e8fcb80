export { admitAgent, checkNewAgent, createAgent, giveSignIn, updateAgent, type Admission } from './agents.commands.ts';
export { mayChangeRole, seesAllOf } from './agents.policy.ts';
export { changeOwnLooks, renameSelf } from './me.commands.ts';
export { findAgentActor } from './agent-actor.ts';
export { findAgent, lockActiveOwners, type AgentRow } from './agents.queries.ts';
export { agentRoutes } from './agents.routes.ts';
export { password } from './agents.schemas.ts';
export { meRoutes } from './me.routes.ts';
export { endOtherSessions, endSessions, savePasswordHash, signsInElsewhere } from './sign-ins.queries.ts';
