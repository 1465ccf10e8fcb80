import { z } from 'zod';
import { emailAddress, id, moment, pageQuery } from '../../platform/http/shapes.ts';

export const blockShape = z
  .object({
    id,
    pattern: z.string().describe('An e-mail address, or a whole domain as @example.org'),
    created_by: z.object({ id, name: z.string() }).nullable(),
    created_at: moment,
  })
  .meta({ id: 'Block' });

export const blockListQuery = z.strictObject(pageQuery);
export type BlockListQuery = z.infer<typeof blockListQuery>;

const domainPattern = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^@(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}$/, 'An e-mail address, or a domain as @example.org');

export const createBlockBody = z.strictObject({ pattern: z.union([domainPattern, emailAddress], 'An e-mail address, or a domain as @example.org') });
export type CreateBlockBody = z.infer<typeof createBlockBody>;
