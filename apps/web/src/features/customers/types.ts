import type { z } from 'zod';
import type { addressInput, createCustomerBody, customerAddressShape, customerShape, updateCustomerBody } from '../../../../server/src/features/customers/customers.schemas.ts';
import type { createOrganizationBody, organizationShape, updateOrganizationBody } from '../../../../server/src/features/organizations/organizations.schemas.ts';
import type { ticketShape } from '../../../../server/src/features/tickets/tickets.schemas.ts';

/** The API's shapes, taken from the schemas that the routes answer with; erased when the browser bundle is built. */
export type Customer = z.infer<typeof customerShape>;
export type CustomerAddress = z.infer<typeof customerAddressShape>;
export type AddressBody = z.input<typeof addressInput>;
export type NewCustomer = z.input<typeof createCustomerBody>;
export type CustomerPatch = z.input<typeof updateCustomerBody>;
export type Organization = z.infer<typeof organizationShape>;
export type NewOrganization = z.input<typeof createOrganizationBody>;
export type OrganizationPatch = z.input<typeof updateOrganizationBody>;
export type Ticket = z.infer<typeof ticketShape>;
