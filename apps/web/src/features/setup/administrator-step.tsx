import { Button, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT, useTranslator } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';
import { signIn } from '../../lib/session.ts';
import { StepFrame } from './step-frame.tsx';

const shortestPassword = 10;

/** The first owner, by the key of the terminal's link. */
export function AdministratorStep({ setupKey, onDone }: { setupKey: string; onDone(): void }) {
  const t = useT();
  const client = useQueryClient();
  const { language } = useTranslator();
  const [visible, setVisible] = useState(false);
  const link = useQuery({
    queryKey: ['setup-link', setupKey],
    queryFn: ({ signal }) => api.post('/api/v1/setup/link', { body: { key: setupKey }, signal }),
    retry: false,
    meta: { quiet: true },
  });
  const form = useEditForm({
    initial: { name: '', email: '', password: '' },
    save: async ({ name, email, password }) => {
      const body = { key: setupKey, name: name.trim(), email: email.trim(), password, language, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
      await api.post('/api/v1/setup', { body });
      await signIn(body.email, password);
    },
    onSaved: () => {
      client.clear();
      onDone();
    },
    validate: ({ name, email, password }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('refusals.invalid_format'),
      password: password.length < shortestPassword ? t('setup.password.short', { count: shortestPassword }) : undefined,
    }),
  });
  if (link.error) {
    const used = link.error instanceof ApiProblem && ['setup_link_used', 'invalid_input'].includes(link.error.code);
    return <StepFrame title={t('setup.usedLink.title')} lead={used ? t('setup.usedLink.text') : problemText(link.error)}>{null}</StepFrame>;
  }
  return (
    <StepFrame title={t('setup.administrator.title')} lead={t('setup.administrator.lead')}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <TextField label={t('setup.yourName')} name="name" autoComplete="name" value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={100} />
        <TextField label={t('signin.email')} name="email" type="email" inputMode="email" autoComplete="username" value={form.values.email} onValueChange={(email) => form.set('email', email)} error={form.errors.email} maxLength={254} />
        <TextField
          label={t('signin.password')}
          hint={t('setup.password.hint', { count: shortestPassword })}
          name="password"
          type={visible ? 'text' : 'password'}
          autoComplete="new-password"
          value={form.values.password}
          onValueChange={(password) => form.set('password', password)}
          error={form.errors.password}
          maxLength={256}
          aside={
            <button type="button" onClick={() => setVisible(!visible)} className="min-h-target rounded-sm text-muted hover:text-text">
              {visible ? t('signin.hidePassword') : t('signin.showPassword')}
            </button>
          }
        />
        <FormProblem text={form.problem} />
        <div className="mt-2">
          <Button type="submit" tone="primary" busy={form.busy || link.isPending}>
            {t('setup.continue')}
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}
