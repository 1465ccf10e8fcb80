import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { shortestPassword } from '../../signin/new-password-page.tsx';
import { PasswordField } from '../../signin/password-field.tsx';
import { Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';

export function PasswordSection() {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const form = useEditForm({
    initial: { current_password: '', password: '' },
    save: (body) => api.post('/api/v1/me/password', { body }),
    onSaved: () => {
      toastDone(t('people.password.done'));
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
    validate: ({ current_password, password }) => ({
      current_password: current_password === '' ? t('refusals.invalid_type') : undefined,
      password: password.length < shortestPassword ? t('settings.agents.password.short') : undefined,
    }),
  });
  return (
    <Section title={t('signin.password')} hint={t('people.password.hint')}>
      <PageForm form={form} className="flex max-w-lg flex-col gap-4">
        {/* Password managers go by it. */}
        <input type="email" autoComplete="username" value={me.agent.email} readOnly hidden />
        <PasswordField label={t('people.password.current')} autoComplete="current-password" value={form.values.current_password} onValueChange={(value) => form.set('current_password', value)} error={form.errors.current_password} />
        <PasswordField label={t('signin.new.password')} hint={t('signin.new.password.hint')} autoComplete="new-password" value={form.values.password} onValueChange={(value) => form.set('password', value)} error={form.errors.password} />
        <FormActions form={form} />
      </PageForm>
    </Section>
  );
}
