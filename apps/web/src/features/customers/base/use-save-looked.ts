import { useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../../lib/api.ts';
import type { BaseEntry } from './base-queries.ts';

/** A customer or an organization, as somebody looks after them. */
export type Looked = Pick<BaseEntry, 'kind' | 'id'>;
export type LookedPatch = Pick<Body<'/api/v1/organizations/{id}', 'patch'>, 'account' | 'next_contact'>;

/** Saves who looks after them, or the next contact; every place that shows it follows. */
export function useSaveLooked({ kind, id }: Looked): (patch: LookedPatch) => Promise<void> {
  const client = useQueryClient();
  return async (patch) => {
    if (kind === 'customer') client.setQueryData(['customers', id], await api.patch('/api/v1/customers/{id}', { path: { id }, body: patch }));
    else {
      client.setQueryData(['organizations', id], await api.patch('/api/v1/organizations/{id}', { path: { id }, body: patch }));
      // Whose customers have none of their own.
      void client.invalidateQueries({ queryKey: ['customers'] });
    }
    await client.invalidateQueries({ queryKey: ['base'] });
  };
}
