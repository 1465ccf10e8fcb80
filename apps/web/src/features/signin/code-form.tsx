import { Button, TextField } from '@ombud/ui';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../../lib/api.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';

/** The second step of a sign-in. `onExpired`: the password has to be given again. */
export function CodeForm({ onDone, onExpired }: { onDone(): Promise<void>; onExpired(): void }) {
  const t = useT();
  const code = useRef<HTMLInputElement>(null);
  const [recovery, setRecovery] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => code.current?.focus(), [recovery]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = code.current?.value.trim() ?? '';
    if (busy || given === '') return;
    setBusy(true);
    setError(null);
    try {
      await api.post('/api/auth/sign-in/code', { body: { code: given } });
      await onDone();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'not_signed_in') return onExpired();
      setError(problem);
      setBusy(false);
      code.current?.select();
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormProblem text={error === null ? null : problemText(error)} />
      <TextField
        key={String(recovery)}
        ref={code}
        label={recovery ? t('signin.recoveryCode') : t('signin.code')}
        hint={recovery ? t('signin.recoveryCode.hint') : t('signin.code.hint')}
        name="code"
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Button type="submit" tone="primary" busy={busy}>
        {t('signin.submit')}
      </Button>
      <Button tone="plain" onClick={() => setRecovery(!recovery)}>
        {recovery ? t('signin.useApp') : t('signin.useRecovery')}
      </Button>
    </form>
  );
}
