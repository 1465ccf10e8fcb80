import { Button } from '@ombud/ui';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { Entrance, ToSignIn } from './entrance.tsx';
import { PasswordField } from './password-field.tsx';
import { tokenInAddress } from './token-in-address.ts';

export const shortestPassword = 10;

/** Where the link for a forgotten password leads. */
export function NewPasswordPage() {
  const t = useT();
  const [token] = useState(tokenInAddress);
  const [done, setDone] = useState(false);
  const form = useEditForm({
    initial: { password: '' },
    save: ({ password }) => api.post('/api/auth/new-password', { body: { token, password } }),
    onSaved: () => setDone(true),
    validate: ({ password }) => ({ password: password.length < shortestPassword ? t('settings.agents.password.short') : undefined }),
  });
  if (done)
    return (
      <Entrance title={t('signin.new.done.title')} lead={t('signin.new.done.text')}>
        <ToSignIn />
      </Entrance>
    );
  return (
    <Entrance title={t('signin.new.title')} lead={t('signin.new.lead')}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <FormProblem text={form.problem} />
        <PasswordField autoFocus label={t('signin.new.password')} hint={t('signin.new.password.hint')} autoComplete="new-password" value={form.values.password} onValueChange={(password) => form.set('password', password)} error={form.errors.password} />
        <Button type="submit" tone="primary" busy={form.busy} className="mt-1">
          {t('signin.new.submit')}
        </Button>
        <span className="self-center">
          <ToSignIn />
        </span>
      </form>
    </Entrance>
  );
}
