import { Button, TextField } from '@ombud/ui';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../../lib/api.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';
import type { SecondStep } from '../../lib/session.ts';
import { usePasskeySignIn } from '../passkeys/use-passkey-sign-in.ts';
import { Entrance } from './entrance.tsx';

interface SecondStepPageProps {
  /** What the person has set up */
  ways: SecondStep;
  onDone(): Promise<void>;
  /** The password has to be given again */
  onExpired(): void;
}

/** After the password: a code of the app, a passkey or a recovery code, whichever there is. */
export function SecondStepPage({ ways, onDone, onExpired }: SecondStepPageProps) {
  const t = useT();
  const passkey = usePasskeySignIn(onDone);
  const byPasskey = passkey.possible && ways.includes('passkey');
  const byApp = ways.includes('app');
  const [code, setCode] = useState<'app' | 'recovery' | null>(byApp ? 'app' : byPasskey ? null : 'recovery');
  const lead = byApp ? (byPasskey ? t('signin.code.lead.either') : t('signin.code.lead')) : byPasskey ? t('signin.code.lead.passkey') : t('signin.code.lead.recovery');
  return (
    <Entrance title={t('signin.code.title')} lead={lead}>
      <div className="flex flex-col gap-4">
        <FormProblem text={passkey.problem} />
        {code && <CodeForm key={code} recovery={code === 'recovery'} onDone={onDone} onExpired={onExpired} />}
        {byPasskey && (
          <Button autoFocus={!code} tone={code ? 'outline' : 'primary'} icon={<KeyRound className="size-4" />} busy={passkey.busy} onClick={passkey.start}>
            {t('passkeys.use')}
          </Button>
        )}
        {code !== 'recovery' && (
          <Button tone="plain" onClick={() => setCode('recovery')}>
            {t('signin.useRecovery')}
          </Button>
        )}
        {code === 'recovery' && byApp && (
          <Button tone="plain" onClick={() => setCode('app')}>
            {t('signin.useApp')}
          </Button>
        )}
      </div>
    </Entrance>
  );
}

function CodeForm({ recovery, onDone, onExpired }: { recovery: boolean; onDone(): Promise<void>; onExpired(): void }) {
  const t = useT();
  const code = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => code.current?.focus(), []);

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
    </form>
  );
}
