import type { Shape } from '@ombud/sdk';
import type { Body } from '../../lib/api.ts';

export type Agent = Shape<'Agent'>;
export type Backup = Shape<'Backup'>;
export type BackupPlan = Shape<'BackupPlan'>;
export type Block = Shape<'Block'>;
export type Brand = Shape<'Brand'>;
export type BrandPatch = Body<'/api/v1/brands/{id}', 'patch'>;
export type BrandTexts = Shape<'BrandTexts'>;
export type BrandTextsInput = Body<'/api/v1/brands/{id}/texts', 'put'>;
export type Inbox = Shape<'Inbox'>;
export type IntakeMail = Shape<'IntakeMail'>;
export type Invitation = Shape<'Invitation'>;
export type NewInvitation = Shape<'NewInvitation'>;
export type NewToken = Shape<'NewToken'>;
export type Team = Shape<'Team'>;
export type Token = Shape<'Token'>;
export type Workspace = Shape<'Workspace'>;
