import type { Shape } from '@ombud/sdk';
import type { Body } from '../../../lib/api.ts';

export type Macro = Shape<'Macro'>;
export type MacroActions = Macro['actions'];
export type MacroInput = Body<'/api/v1/macros', 'post'>;
export type MacroPatch = Body<'/api/v1/macros/{id}', 'patch'>;
export type PlaceholderValues = Shape<'PlaceholderValues'>;
/** What a draft will do with its ticket when it is sent. */
export type PendingChanges = Shape<'Draft'>['changes'];
