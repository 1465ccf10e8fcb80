import { z } from 'zod';
import { tokenScopes } from '../../platform/auth/token-scopes.ts';
import { id, line, moment, pageQuery } from '../../platform/http/shapes.ts';

export const tokenShape = z
  .object({
    id,
    name: z.string(),
    prefix: z.string().describe('How it begins, to recognise it by'),
    scopes: z.array(z.enum(tokenScopes)).nullable().describe('null: all that its agent may do'),
    expires_at: moment.nullable(),
    last_used_at: moment.nullable(),
    created_at: moment,
  })
  .meta({ id: 'Token' });

export const newTokenShape = tokenShape.extend({ token: z.string().describe('Shown this once; only its hash is kept') }).meta({ id: 'NewToken' });

export const tokenListQuery = z.strictObject(pageQuery);
export type TokenListQuery = z.infer<typeof tokenListQuery>;

export const createTokenBody = z.strictObject({
  name: line(100),
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length).optional().describe('Never more than these; without them all that you may do'),
  expires_at: moment.optional().describe('Never without it'),
});
export type CreateTokenBody = z.infer<typeof createTokenBody>;
