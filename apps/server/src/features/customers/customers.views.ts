import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { notFound } from '../../platform/errors/problem.ts';
import { toNextContact } from '../customer-base/index.ts';
import { findPhoneCountry } from '../workspaces/index.ts';
import { findCustomer, type CustomerRow } from './customers.queries.ts';
import type { customerShape } from './customers.schemas.ts';
import { showPhoneNumber } from './phone-numbers.ts';

/** The person whom an id leads to. @throws Problem not_found */
export async function showCustomer(context: Pick<Context, 'db'>, actor: AgentActor, customerId: number): Promise<z.input<typeof customerShape>> {
  const [row, country] = await Promise.all([findCustomer(context.db, actor.scope, customerId), findPhoneCountry(context.db, actor.scope.workspaceId)]);
  if (!row) throw notFound('customer');
  return toCustomer(row, country);
}

export function toCustomer(row: CustomerRow, country: string | undefined): z.input<typeof customerShape> {
  const primary = row.addresses.find(({ kind }) => kind === 'email');
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: primary?.address ?? null,
    language: row.language,
    organization: row.organization_id === null ? null : { id: row.organization_id, name: row.organization_name ?? '' },
    note: row.note,
    account: row.account,
    next_contact: toNextContact(row),
    addresses: row.addresses.map((address) => {
      const { text, isDoubtful } = address.kind === 'phone' ? showPhoneNumber(address.address, country) : { text: address.address, isDoubtful: false };
      return { ...address, shown: text, doubtful: isDoubtful, bounced_at: address.bounced_at && new Date(address.bounced_at).toISOString() };
    }),
    merged: row.merged.map(({ merged_at, ...merged }) => ({ ...merged, merged_at: new Date(merged_at).toISOString() })),
    brands: row.brands,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
