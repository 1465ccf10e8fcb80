import { Checkbox, Field, MultiCombobox, SelectField, TextField, type Choice } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { listOf, useCreate, useUpdate } from '../../../lib/resource.ts';
import { useMay } from '../../../lib/session.ts';
import type { Agent } from '../types.ts';

type Role = Agent['role'];
const roles: readonly Role[] = ['owner', 'admin', 'lead', 'agent', 'viewer'];
const shortestPassword = 10;

interface AgentValues {
  name: string;
  email: string;
  role: Role;
  password: string;
  all_brands: boolean;
  brands: string[];
}

export function AgentDialog({ agent, onClose }: { agent: Agent | null; onClose(): void }) {
  const t = useT();
  const mayMakeOwners = useMay('owners.manage');
  const brands = useQuery(listOf('brands', { show: 'active' }));
  const create = useCreate('agents');
  const update = useUpdate('agents');
  const form = useEditForm<AgentValues, Agent>({
    initial: {
      name: agent?.name ?? '',
      email: agent?.email ?? '',
      role: agent?.role ?? 'agent',
      password: '',
      all_brands: agent?.all_brands ?? (brands.data ?? []).length < 2,
      brands: (agent?.brands ?? []).map(String),
    },
    save: ({ password, all_brands, brands: chosen, ...rest }) => {
      const body = {
        ...rest,
        email: rest.email.trim(),
        ...(password === '' ? {} : { password }),
        ...(all_brands ? { all_brands: true } : { all_brands: false, brands: chosen.map(Number) }),
      };
      return agent ? update(agent.id, body) : create(body);
    },
    onSaved: onClose,
    validate: ({ name, email, password, all_brands, brands: chosen }) => ({
      name: name.trim() === '' ? t('errors.field.invalid_type') : undefined,
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('errors.field.invalid_format'),
      password: password !== '' && password.length < shortestPassword ? t('settings.agents.password.short') : undefined,
      // Somebody new who sees no brand would come to an empty desk.
      brands: !agent && !all_brands && chosen.length === 0 ? t('errors.field.invalid_type') : undefined,
    }),
  });
  const brandChoices: Choice[] = (brands.data ?? []).map(({ id, name, color }) => ({ value: String(id), label: name, icon: <BrandDot color={color} /> }));

  return (
    <FormDialog title={agent ? t('settings.agents.edit') : t('settings.agents.add')} form={form} submitLabel={agent ? t('common.save') : t('settings.add')} onClose={onClose}>
      <TextField label={t('settings.name')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      <TextField label={t('settings.email')} type="email" inputMode="email" value={form.values.email} onValueChange={(email) => form.set('email', email)} error={form.errors.email} maxLength={254} autoComplete="off" />
      <SelectField
        label={t('settings.agents.role')}
        value={form.values.role}
        choices={roles
          .filter((role) => role !== 'owner' || mayMakeOwners || agent?.role === 'owner')
          .map((role) => ({ value: role, label: t(`settings.agents.role.${role}`), hint: t(`settings.agents.role.${role}.hint`) }))}
        onChange={(role) => form.set('role', role)}
        error={form.errors.role}
      />
      <TextField
        label={agent?.can_sign_in ? t('settings.agents.password.new') : t('settings.agents.password')}
        hint={agent?.can_sign_in ? t('settings.agents.password.new.hint') : t('settings.agents.password.hint')}
        aside={t('common.optional')}
        type="password"
        value={form.values.password}
        onValueChange={(password) => form.set('password', password)}
        error={form.errors.password}
        maxLength={256}
        autoComplete="new-password"
      />
      <Checkbox label={t('settings.agents.allBrands')} hint={t('settings.agents.allBrands.hint')} checked={form.values.all_brands} onCheckedChange={(all) => form.set('all_brands', all)} />
      {!form.values.all_brands && (
        <Field label={t('settings.agents.someBrands')} error={form.errors.brands}>
          <MultiCombobox value={brandChoices.filter(({ value }) => form.values.brands.includes(value))} choices={brandChoices} onChange={(chosen) => form.set('brands', chosen.map(({ value }) => value))} />
        </Field>
      )}
    </FormDialog>
  );
}
