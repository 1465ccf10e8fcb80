import { z } from 'zod';
import { id, optionalLine } from '../../platform/http/shapes.ts';

export const accountPersonShape = z.object({ id, name: z.string(), active: z.boolean().describe('Whoever is switched off keeps their customers until somebody takes them over; the deputy stands in') });

export const accountShape = z
  .object({ agent: accountPersonShape, deputy: accountPersonShape.nullable(), from: z.enum(['customer', 'organization']).describe('A customer’s own beats their organization’s') })
  .meta({ id: 'Account', description: 'Who looks after them' });

export const nextContactShape = z.object({ on: z.string().describe('YYYY-MM-DD'), note: z.string() }).meta({ id: 'NextContact', description: 'When we are next to be in touch, and what about' });

export const accountInput = z
  .strictObject({ agent: id.describe('Active, and sees every brand that knows the customer'), deputy: id.nullable().optional().describe('Who stands in: the same goes for them') })
  .nullable();
export type AccountInput = z.infer<typeof accountInput>;

export const nextContactInput = z.strictObject({ on: z.iso.date(), note: optionalLine(200).default('') }).nullable();
export type NextContactInput = z.infer<typeof nextContactInput>;
