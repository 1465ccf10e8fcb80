import type { Applied } from './import-rows.queries.ts';
import type { Standing } from './people.queries.ts';

/** Whether a customer is still as the import made them: nobody changed a fact, added an address or a brand, or opened a ticket. */
export function isUntouched({ set, addressIds, brand }: Applied, now: Standing): boolean {
  return (
    !now.busy &&
    now.name === (set.name ?? '') &&
    now.kind === (set.kind ?? 'external') &&
    now.note === (set.note ?? '') &&
    now.language === (set.language ?? null) &&
    now.organization_id === (set.organization ?? null) &&
    now.addressIds.length === addressIds.length &&
    addressIds.every((id) => now.addressIds.includes(id)) &&
    now.brands.every((id) => id === brand)
  );
}

/** Takes back what was added, as far as it still stands there; changes `now`. What somebody has changed since stays. */
export function takeBack({ set, noteBefore, addressIds, brand }: Applied, now: Standing): { addressIds: number[]; brand: number | null } {
  if (set.name !== undefined && now.name === set.name) now.name = '';
  if (set.language !== undefined && now.language === set.language) now.language = null;
  if (set.organization !== undefined && now.organization_id === set.organization) now.organization_id = null;
  if (set.note !== undefined && now.note === set.note) now.note = noteBefore ?? '';
  const gone = addressIds.filter((id) => now.addressIds.includes(id));
  now.addressIds = now.addressIds.filter((id) => !gone.includes(id));
  const unlinked = brand !== undefined && now.brands.includes(brand) && now.brands.length > 1 ? brand : null;
  now.brands = now.brands.filter((id) => id !== unlinked);
  return { addressIds: gone, brand: unlinked };
}
