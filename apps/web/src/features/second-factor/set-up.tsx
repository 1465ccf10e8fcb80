import { Button, TextField } from '@ombud/ui';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { ProveStep } from '../passkeys/prove-step.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Three steps: the password, the app with a first code, the recovery codes where there are none yet. */
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
  if (uri === null) return <ProveStep run={(body) => api.post('/api/v1/me/second-factor', { body })} onDone={(secret) => setUri(secret.uri)} />;
  return <AppStep uri={uri} onDone={(told) => (told.length > 0 ? setCodes(told) : onDone())} />;
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
