import type { Shape } from '@ombud/sdk';
import type { Body } from '../../lib/api.ts';

export type Customer = Shape<'Customer'>;
export type CustomerAddress = Shape<'CustomerAddress'>;
export type AddressBody = Body<'/api/v1/customers/{id}/addresses', 'post'>;
export type CustomerPatch = Body<'/api/v1/customers/{id}', 'patch'>;
export type Organization = Shape<'Organization'>;
export type Duplicate = Shape<'Duplicate'>;
export type DuplicatePair = Shape<'DuplicatePair'>;
export type DuplicateReason = Duplicate['reasons'][number];
export type MergedCustomer = Customer['merged'][number];
