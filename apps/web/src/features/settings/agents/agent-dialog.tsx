import { TextField } from '@ombud/ui';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useCreate, useUpdate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import type { Agent } from '../types.ts';
import { useTellSaved } from '../parts/tell-saved.ts';
import { BrandsFields, brandsBody, lacksBrands, RoleField, type Rights } from './brands-and-role.tsx';

const shortestPassword = 10;

interface AgentValues extends Rights {
  name: string;
  email: string;
  password: string;
}

export function AgentDialog({ agent, onClose }: { agent: Agent | null; onClose(): void }) {
  const t = useT();
  const { brands } = useMe();
  const create = useCreate('agents');
  const update = useUpdate('agents');
  const tellSaved = useTellSaved(agent === null, onClose);
  const form = useEditForm<AgentValues, Agent>({
    initial: {
      name: agent?.name ?? '',
      email: agent?.email ?? '',
      role: agent?.role ?? 'agent',
      password: '',
      all_brands: agent?.all_brands ?? brands.length < 2,
      brands: (agent?.brands ?? []).map(String),
    },
    save: ({ name, email, role, password, ...rights }) => {
      const body = { name, email: email.trim(), role, ...(password === '' ? {} : { password }), ...brandsBody({ role, ...rights }) };
      return agent ? update(agent.id, body) : create(body);
    },
    onSaved: (saved) => tellSaved(saved.name),
    validate: ({ name, email, password, ...rights }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('settings.email.wrong'),
      password: password !== '' && password.length < shortestPassword ? t('settings.agents.password.short') : undefined,
      // Somebody new who sees no brand would come to an empty desk.
      brands: (!agent || rights.role === 'client') && lacksBrands(rights) ? t('refusals.invalid_type') : undefined,
    }),
  });
  return (
    <FormDialog title={agent ? t('settings.agents.edit') : t('settings.agents.add')} form={form} submitLabel={agent ? t('common.save') : t('settings.add')} onClose={onClose}>
      <TextField label={t('settings.name')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      <TextField label={t('settings.email')} hint={t('settings.agents.email.hint')} type="email" inputMode="email" value={form.values.email} onValueChange={(email) => form.set('email', email)} error={form.errors.email} maxLength={254} autoComplete="off" />
      <RoleField form={form} stored={agent?.role} />
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
      <BrandsFields form={form} />
    </FormDialog>
  );
}
