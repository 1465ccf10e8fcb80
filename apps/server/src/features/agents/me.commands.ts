import type { Tx } from '../../platform/db/db.ts';
import { savePreferences, updateAgentRow, type AgentRow } from './agents.queries.ts';
import { readPreferences, type Preferences } from './me.schemas.ts';

/** Those that are named change, the others stay. */
export async function changeOwnLooks(tx: Tx, workspaceId: number, agent: Pick<AgentRow, 'id' | 'preferences'>, looks: Partial<Preferences>): Promise<void> {
  await savePreferences(tx, workspaceId, agent.id, { ...readPreferences(agent.preferences), ...looks });
}

export async function renameSelf(tx: Tx, workspaceId: number, agentId: number, profile: { name?: string | undefined; language?: string | undefined }): Promise<void> {
  const { name, language } = profile;
  await updateAgentRow(tx, workspaceId, agentId, { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) });
}
