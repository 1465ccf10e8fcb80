import { z } from 'zod';
import { conditionsShape } from './conditions.schemas.ts';

const options = z.array(z.string().max(50).regex(/^[a-z0-9][a-z0-9_]*$/)).min(1).max(20);
const fields = z
  .record(z.string().max(50).regex(/^[a-z][a-z0-9_]*$/), options)
  .refine((value) => Object.keys(value).length <= 5, 'At most five fields')
  .describe('Custom fields of the types choice and tree, such as a product, by their key: any of these options; a branch stands for all that hangs on it');

/** Which tickets a rule of a brand is for: a guideline, a playbook. What they mean stands in features/conditions. */
export const ticketConditions = conditionsShape
  .pick({ kind: true, priority: true, channel: true, language: true, tag: true })
  .extend({ fields: fields.optional() })
  .meta({ id: 'TicketConditions', description: 'Which tickets; several values of one condition mean any of them, several conditions mean all of them' });
