import { Checkbox, Field, MultiCombobox, SelectField, type Choice } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import type { EditForm } from '../../../lib/edit-form.ts';
import { useT } from '../../../lib/i18n.ts';
import { listOf } from '../../../lib/resource.ts';
import { useMay } from '../../../lib/session.ts';
import type { Agent } from '../types.ts';

export type Role = Agent['role'];
const roles: readonly Role[] = ['owner', 'admin', 'lead', 'agent', 'viewer', 'client'];

export interface Rights {
  role: Role;
  all_brands: boolean;
  brands: string[];
}

export function RoleField<Values extends Rights>({ form, stored }: { form: EditForm<Values>; stored?: Role }) {
  const t = useT();
  const mayMakeOwners = useMay('owners.manage');
  return (
    <SelectField
      label={t('settings.agents.role')}
      hint={t('settings.agents.role.hint')}
      value={form.values.role}
      choices={roles
        .filter((role) => role !== 'owner' || mayMakeOwners || stored === 'owner')
        // A client reader stays one, and nobody who works here becomes one.
        .filter((role) => stored === undefined || (role === 'client') === (stored === 'client'))
        .map((role) => ({ value: role, label: t(`settings.agents.role.${role}`), hint: t(`settings.agents.role.${role}.hint`) }))}
      onChange={(role) => form.set('role', role)}
      error={form.errors['role']}
    />
  );
}

export function BrandsFields<Values extends Rights>({ form }: { form: EditForm<Values> }) {
  const t = useT();
  const brands = useQuery(listOf('brands', { show: 'active' }));
  const ofClient = form.values.role === 'client';
  const choices: Choice[] = (brands.data ?? []).map(({ id, name, color }) => ({ value: String(id), label: name, icon: <BrandDot color={color} /> }));
  // Archived, or not here yet: whoever chooses another takes none of these away.
  const isNotOffered = (brand: string) => choices.every(({ value }) => value !== brand);
  return (
    <>
      {!ofClient && <Checkbox label={t('settings.agents.allBrands')} hint={t('settings.agents.allBrands.hint')} checked={form.values.all_brands} onCheckedChange={(all) => form.set('all_brands', all)} />}
      {(ofClient || !form.values.all_brands) && (
        <Field label={t('settings.agents.someBrands')} hint={t(ofClient ? 'clients.brands.hint' : 'settings.agents.someBrands.hint')} error={form.errors['brands']}>
          <MultiCombobox value={choices.filter(({ value }) => form.values.brands.includes(value))} choices={choices} onChange={(chosen) => form.set('brands', [...form.values.brands.filter(isNotOffered), ...chosen.map(({ value }) => value)])} />
        </Field>
      )}
    </>
  );
}

/** Whether nobody's brands are chosen who must have some. */
export function lacksBrands({ role, all_brands, brands }: Rights): boolean {
  return (role === 'client' || !all_brands) && brands.length === 0;
}

export function brandsBody({ role, all_brands, brands }: Rights): { all_brands: true } | { all_brands: false; brands: number[] } {
  return all_brands && role !== 'client' ? { all_brands: true } : { all_brands: false, brands: brands.map(Number) };
}
