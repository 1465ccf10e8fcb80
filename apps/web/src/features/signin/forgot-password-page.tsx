import { Button, TextField } from '@ombud/ui';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { Entrance, ToSignIn } from './entrance.tsx';

export function ForgotPasswordPage() {
  const t = useT();
  const [asked, setAsked] = useState<{ email: string; mailed: boolean } | null>(null);
  const form = useEditForm({
    initial: { email: '' },
    save: async ({ email }) => ({ email: email.trim(), mailed: (await api.post('/api/auth/forgot-password', { body: { email: email.trim() } })).can_mail }),
    onSaved: setAsked,
    validate: ({ email }) => ({ email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('refusals.invalid_format') }),
  });
  if (asked)
    return (
      <Entrance title={asked.mailed ? t('signin.forgot.sent.title') : t('signin.forgot.noMail.title')} lead={asked.mailed ? t('signin.forgot.sent.text', { email: asked.email }) : t('signin.forgot.noMail.text')}>
        <ToSignIn />
      </Entrance>
    );
  return (
    <Entrance title={t('signin.forgot.title')} lead={t('signin.forgot.lead')}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <FormProblem text={form.problem} />
        <TextField autoFocus label={t('signin.email')} type="email" inputMode="email" autoComplete="username" maxLength={254} value={form.values.email} onValueChange={(email) => form.set('email', email)} error={form.errors.email} />
        <Button type="submit" tone="primary" busy={form.busy} className="mt-1">
          {t('signin.forgot.submit')}
        </Button>
        <span className="self-center">
          <ToSignIn />
        </span>
      </form>
    </Entrance>
  );
}
