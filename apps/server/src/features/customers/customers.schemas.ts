import { z } from 'zod';
import { anyLanguage, emailAddress, id, line, longText, moment, optionalLine, pageQuery } from '../../platform/http/shapes.ts';
import { accountInput, accountShape, nextContactInput, nextContactShape } from '../customer-base/index.ts';
import { duplicateReasons } from './duplicates.queries.ts';

export const customerKinds = ['external', 'employee'] as const;
export type CustomerKind = (typeof customerKinds)[number];

export const customerAddressShape = z
  .object({
    id,
    kind: z.enum(['email', 'phone']),
    address: z.string().describe('Phone numbers in E.164; one from before they were read stands as it was typed, without +'),
    shown: z.string().describe('Phone numbers as people in the workspace’s country write them'),
    doubtful: z.boolean().describe('Possible as a phone number, but of no range that is known to be in use'),
    is_primary: z.boolean(),
    bounced_at: moment.nullable().describe('Since when mail to it comes back for good'),
    bounce_status: z.string().nullable().describe('RFC 3463, e.g. 5.1.1'),
    merged_from: id.nullable().describe('Of the merged customer whose it is'),
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
    account: accountShape.nullable(),
    next_contact: nextContactShape.nullable(),
    addresses: z.array(customerAddressShape),
    merged: z.array(z.object({ id, name: z.string(), note: z.string(), merged_at: moment })).describe('Customers who are this person too; their ids lead here'),
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

/** As people write it; read by the rules of the workspace's country where it has no code of its own. */
const phoneNumber = line(60).describe('As people write it; without + or 00 in front it is one of the workspace’s country. Kept in E.164');

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
  account: accountInput.optional(),
  next_contact: nextContactInput.optional(),
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
  account: accountInput.optional().describe('Null: whoever looks after their organization does'),
  next_contact: nextContactInput.optional(),
  brands: z.array(id).min(1).max(100).optional().describe('Of the brands that you see; one in which the customer has tickets cannot be left out'),
});
export type UpdateCustomerBody = z.infer<typeof updateCustomerBody>;

export const mergeCustomerBody = z.strictObject({ into: id.describe('Whose page stays') });

export const duplicateReasonShape = z
  .enum(duplicateReasons)
  .describe('number: one number in two spellings; mail: one address but for a +tag or Gmail’s dots; name: one name in one organization or domain; similar_name: names that sound alike there');

export const duplicateShape = z.object({ customer: customerShape, reasons: z.array(duplicateReasonShape) }).meta({ id: 'Duplicate' });

export const duplicatePairShape = z.object({ customers: z.array(customerShape).length(2).describe('The elder first'), reasons: z.array(duplicateReasonShape) }).meta({ id: 'DuplicatePair' });

export const dismissBody = z.strictObject({ other: id });
