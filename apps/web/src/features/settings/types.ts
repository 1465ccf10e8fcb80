import type { z } from 'zod';
import type { agentShape, createAgentBody, updateAgentBody } from '../../../../server/src/features/agents/agents.schemas.ts';
import type { blockShape, createBlockBody } from '../../../../server/src/features/blocks/blocks.schemas.ts';
import type { brandShape, brandTextsShape, createBrandBody, replaceBrandTextsBody, updateBrandBody } from '../../../../server/src/features/brands/brands.schemas.ts';
import type { createInboxBody, inboxShape, removedInboxShape, updateInboxBody } from '../../../../server/src/features/inboxes/inboxes.schemas.ts';
import type { createTeamBody, teamShape, updateTeamBody } from '../../../../server/src/features/teams/teams.schemas.ts';
import type { createTokenBody, newTokenShape, tokenShape } from '../../../../server/src/features/tokens/tokens.schemas.ts';
import type { updateWorkspaceBody, workspaceShape } from '../../../../server/src/features/workspaces/workspaces.schemas.ts';

/** The API's shapes, taken from the schemas that the routes answer with; erased when the browser bundle is built. */
export type Agent = z.infer<typeof agentShape>;
export type NewAgent = z.input<typeof createAgentBody>;
export type AgentPatch = z.input<typeof updateAgentBody>;
export type Block = z.infer<typeof blockShape>;
export type NewBlock = z.input<typeof createBlockBody>;
export type Brand = z.infer<typeof brandShape>;
export type NewBrand = z.input<typeof createBrandBody>;
export type BrandPatch = z.input<typeof updateBrandBody>;
export type BrandTexts = z.infer<typeof brandTextsShape>;
export type BrandTextsInput = z.input<typeof replaceBrandTextsBody>;
export type Inbox = z.infer<typeof inboxShape>;
export type NewInbox = z.input<typeof createInboxBody>;
export type InboxPatch = z.input<typeof updateInboxBody>;
export type RemovedInbox = z.infer<typeof removedInboxShape>;
export type Team = z.infer<typeof teamShape>;
export type NewTeam = z.input<typeof createTeamBody>;
export type TeamPatch = z.input<typeof updateTeamBody>;
export type Token = z.infer<typeof tokenShape>;
export type NewToken = z.infer<typeof newTokenShape>;
export type NewTokenBody = z.input<typeof createTokenBody>;
export type Workspace = z.infer<typeof workspaceShape>;
export type WorkspacePatch = z.input<typeof updateWorkspaceBody>;

/** A mail as it came in and what became of it. */
export interface IntakeMail {
  id: number;
  status: 'received' | 'done' | 'duplicate' | 'blocked' | 'failed';
  inbox: { id: number; address: string };
  envelope_from: string | null;
  size: number;
  error: string | null;
  created_at: string;
}
