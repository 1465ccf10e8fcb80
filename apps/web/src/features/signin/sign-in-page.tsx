import { Button, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../../lib/api.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';
import { signIn, type SecondStep } from '../../lib/session.ts';
import { usePasskeySignIn } from '../passkeys/use-passkey-sign-in.ts';
import { Entrance } from './entrance.tsx';
import { PasswordField } from './password-field.tsx';
import { SecondStepPage } from './second-step-page.tsx';
import { useEntering } from './use-entering.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useT();
  const enter = useEntering();
  const { return: goBackTo } = route.useSearch();
  const [step, setStep] = useState<'password' | { ways: SecondStep } | 'expired'>('password');
  if (typeof step === 'object') return <SecondStepPage ways={step.ways} onDone={() => enter(goBackTo)} onExpired={() => setStep('expired')} />;
  const lead = step === 'expired' ? t('signin.code.expired') : goBackTo ? t('signin.ended') : t('signin.lead');
  return (
    <Entrance title={t('signin.title')} lead={lead}>
      <SetupNote />
      <SignInForm onNext={(ways) => (ways ? setStep({ ways }) : enter(goBackTo))} />
    </Entrance>
  );
}

/** While nobody can sign in yet, that is what whoever comes here needs to know. */
function SetupNote() {
  const t = useT();
  const setup = useQuery({ queryKey: ['setup-waiting'], queryFn: ({ signal }) => api.get('/api/v1/setup/waiting', { signal }), retry: false, meta: { quiet: true } });
  if (!setup.data?.waiting) return null;
  return <p className="mb-5 rounded-md bg-accent-soft px-3 py-2 text-accent-text">{t('setup.waiting')}</p>;
}

function SignInForm({ onNext }: { onNext(ways: SecondStep | null): void | Promise<void> }) {
  const t = useT();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const passkey = usePasskeySignIn(() => onNext(null), { fillIn: true });

  useEffect(() => email.current?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || !email.current || !password.current) return;
    setBusy(true);
    setError(null);
    passkey.forget();
    try {
      await onNext(await signIn(email.current.value.trim(), password.current.value));
    } catch (problem) {
      // The library says 401 in its own words; to the person both are a wrong address or password.
      const wrong = problem instanceof ApiProblem && problem.status === 401;
      setError(wrong ? new ApiProblem({ code: 'sign_in_failed', status: 401 }) : problem);
      setBusy(false);
      password.current.select();
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <FormProblem text={error === null ? passkey.problem : problemText(error)} />
      <TextField ref={email} label={t('signin.email')} name="email" type="email" autoComplete="username webauthn" required inputMode="email" />
      <PasswordField ref={password} label={t('signin.password')} name="password" autoComplete="current-password" required />
      <Button type="submit" tone="primary" busy={busy} className="mt-1">
        {t('signin.submit')}
      </Button>
      {passkey.possible && (
        <Button
          icon={<KeyRound className="size-4" />}
          busy={passkey.busy}
          onClick={() => {
            setError(null);
            passkey.start();
          }}
        >
          {t('passkeys.use')}
        </Button>
      )}
      <Link to="/forgot-password" className="inline-flex min-h-target items-center self-center rounded-sm text-muted underline-offset-4 hover:text-text hover:underline">
        {t('signin.forgot')}
      </Link>
    </form>
  );
}
