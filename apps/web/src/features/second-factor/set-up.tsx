import { Button, TextField } from '@ombud/ui';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { PasswordField } from '../signin/password-field.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Three steps: the password, the app with a first code, the recovery codes. */
export function SetUpSecondFactor({ onDone }: { onDone(): void }) {
  const [uri, setUri] = useState<string | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const t = useT();
  if (codes)
    return (
      <div className="flex flex-col gap-5">
        <RecoveryCodes codes={codes} />
        <Button tone="primary" className="self-start" onClick={onDone}>
          {t('people.recovery.done')}
        </Button>
      </div>
    );
  return uri === null ? <PasswordStep onDone={setUri} /> : <AppStep uri={uri} onDone={setCodes} />;
}

function PasswordStep({ onDone }: { onDone(uri: string): void }) {
  const t = useT();
  const form = useEditForm({
    initial: { password: '' },
    save: ({ password }) => api.post('/api/v1/me/second-factor', { body: { password } }),
    onSaved: ({ uri }) => onDone(uri),
    validate: ({ password }) => ({ password: password === '' ? t('errors.field.invalid_type') : undefined }),
  });
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <PasswordField autoFocus label={t('people.password.current')} hint={t('people.password.why')} autoComplete="current-password" value={form.values.password} onValueChange={(password) => form.set('password', password)} error={form.errors.password} />
      <FormProblem text={form.problem} />
      <Button type="submit" tone="primary" busy={form.busy} className="self-start">
        {t('people.factor.next')}
      </Button>
    </form>
  );
}

function AppStep({ uri, onDone }: { uri: string; onDone(codes: string[]): void }) {
  const t = useT();
  const secret = new URL(uri).searchParams.get('secret')?.replaceAll('=', '') ?? '';
  const form = useEditForm({
    initial: { code: '' },
    save: ({ code }) => api.post('/api/v1/me/second-factor/confirm', { body: { code: code.trim() } }),
    onSaved: ({ recovery_codes }) => onDone(recovery_codes),
    validate: ({ code }) => ({ code: /^[\d\s]{6,}$/.test(code.trim()) ? undefined : t('people.factor.code.wrong') }),
  });
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <p className="text-muted">{t('people.factor.scan')}</p>
      <QrCode text={uri} label={t('people.factor.qr')} />
      <div className="text-small text-muted">
        {t('people.factor.byHand')}
        <code className="mt-1 block font-mono break-all text-text select-all">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
      <TextField autoFocus label={t('people.factor.code')} hint={t('people.factor.code.hint')} inputMode="numeric" autoComplete="one-time-code" maxLength={12} value={form.values.code} onValueChange={(code) => form.set('code', code)} error={form.errors.code} />
      <FormProblem text={form.problem} />
      <Button type="submit" tone="primary" busy={form.busy} className="self-start">
        {t('people.factor.confirm')}
      </Button>
    </form>
  );
}
