import { z } from 'zod';
import { anyLanguage, emailAddress, id, line, longText, moment, optionalLine, pageQuery } from '../../platform/http/shapes.ts';

export const customerKinds = ['external', 'employee'] as const;
export type CustomerKind = (typeof customerKinds)[number];

export const customerAddressShape = z
  .object({
    id,
    kind: z.enum(['email', 'phone']),
    address: z.string().describe('Phone numbers as digits, with + in front when international'),
    is_primary: z.boolean(),
    bounced_at: moment.nullable().describe('Since when mail to it comes back for good'),
    bounce_status: z.string().nullable().describe('RFC 3463, e.g. 5.1.1'),
  })
  .meta({ id: 'CustomerAddress' });

export const customerShape = z
  .object({
    id,
    kind: z.enum(customerKinds),
    name: z.string(),
    email: z.string().nullable().describe('The primary e-mail address'),
    language: z.string().nullable(),
    organization: z.object({ id, name: z.string() }).nullable(),
    note: z.string(),
    addresses: z.array(customerAddressShape),
    brands: z.array(z.object({ id, name: z.string(), color: z.string() })).describe('Those that know the customer and that you see'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({ id: 'Customer' });

export const customerListQuery = z.strictObject({
  q: line(100).optional().describe('The beginning of words of the name, or of an address'),
  organization: z.coerce.number().pipe(id).optional(),
  ...pageQuery,
});
export type CustomerListQuery = z.infer<typeof customerListQuery>;

const phoneNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[0-9 ()./-]*$/, 'Digits, with + in front when international')
  .transform((text) => text.replace(/[^0-9+]/g, ''))
  .pipe(z.string().regex(/^\+?[0-9]{3,20}$/, '3 to 20 digits'));

export const addressInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), address: emailAddress, is_primary: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('phone'), address: phoneNumber, is_primary: z.boolean().optional() }),
]);
export type AddressInput = z.infer<typeof addressInput>;

export const createCustomerBody = z.strictObject({
  name: line(200),
  kind: z.enum(customerKinds).default('external'),
  language: anyLanguage.nullable().optional(),
  organization: id.nullable().optional(),
  note: longText(10_000).optional(),
  addresses: z.array(addressInput).max(20).default([]).describe('The first of a kind is primary unless another says so'),
  brands: z.array(id).min(1).max(100).optional().describe('The default brand without it, or the first that you see'),
});
export type CreateCustomerBody = z.infer<typeof createCustomerBody>;

export const updateCustomerBody = z.strictObject({
  name: optionalLine(200).optional(),
  kind: z.enum(customerKinds).optional(),
  language: anyLanguage.nullable().optional(),
  organization: id.nullable().optional(),
  note: longText(10_000).optional(),
  brands: z.array(id).min(1).max(100).optional().describe('Of the brands that you see; one in which the customer has tickets cannot be left out'),
});
export type UpdateCustomerBody = z.infer<typeof updateCustomerBody>;
