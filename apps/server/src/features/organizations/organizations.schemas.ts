import { z } from 'zod';
import { id, line, longText, moment, pageQuery } from '../../platform/http/shapes.ts';
import { accountInput, accountShape, nextContactInput, nextContactShape } from '../customer-base/index.ts';

export const organizationShape = z
  .object({
    id,
    name: z.string(),
    domains: z.array(z.string()).describe('New customers who write from these belong to it'),
    note: z.string(),
    account: accountShape.nullable(),
    next_contact: nextContactShape.nullable(),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Organization' });

export const organizationListQuery = z.strictObject({
  q: line(100).optional().describe('The beginning of words of the name'),
  ...pageQuery,
});
export type OrganizationListQuery = z.infer<typeof organizationListQuery>;

const domain = z.string().trim().toLowerCase().max(253).regex(/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20}$/, 'A domain such as example.org');

export const createOrganizationBody = z.strictObject({
  name: line(200),
  domains: z.array(domain).max(50).optional(),
  note: longText(10_000).optional(),
  account: accountInput.optional(),
  next_contact: nextContactInput.optional(),
});
export type CreateOrganizationBody = z.infer<typeof createOrganizationBody>;

export const updateOrganizationBody = z.strictObject({
  name: line(200).optional(),
  domains: z.array(domain).max(50).optional(),
  note: longText(10_000).optional(),
  account: accountInput.optional(),
  next_contact: nextContactInput.optional(),
});
export type UpdateOrganizationBody = z.infer<typeof updateOrganizationBody>;
