import { languageNames, languages, type Language } from '@ombud/i18n';
import { Button, Menu, MenuChoices, TextField } from '@ombud/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../../lib/api.ts';
import { speak, useT, useTranslator } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';
import { signIn } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { BrandMark } from '../../shell/brand-mark.tsx';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useT();
  const { language } = useTranslator();
  const { return: goBackTo } = route.useSearch();
  useTitle(t('signin.title'));

  return (
    <main className="flex min-h-dvh flex-col items-center bg-bg px-4">
      <div className="flex w-full max-w-[340px] flex-1 [--control:2.25rem] coarse:[--control:2.75rem] flex-col justify-center py-10">
        <BrandMark className="mb-5 size-10" />
        <h1 className="text-page tracking-[-0.01em]">{t('signin.title')}</h1>
        <p className="mt-1 mb-6 text-muted">{goBackTo ? t('signin.ended') : t('signin.lead')}</p>
        <SetupNote />
        <SignInForm goBackTo={goBackTo} />
      </div>
      <footer className="py-5">
        <Menu
          side="top"
          align="center"
          trigger={
            <Button tone="plain" aria-label={`${t('shell.language')}: ${languageNames[language]}`}>
              {languageNames[language]}
              <ChevronDown className="size-4" />
            </Button>
          }
        >
          <MenuChoices<Language>
            label={t('shell.language')}
            value={language}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(next) => void speak(next)}
          />
        </Menu>
      </footer>
    </main>
  );
}

/** While nobody can sign in yet, that is what whoever comes here needs to know. */
function SetupNote() {
  const t = useT();
  const setup = useQuery({ queryKey: ['setup-waiting'], queryFn: ({ signal }) => api.get('/api/v1/setup/waiting', { signal }), retry: false, meta: { quiet: true } });
  if (!setup.data?.waiting) return null;
  return <p className="mb-5 rounded-md bg-accent-soft px-3 py-2 text-accent-text">{t('setup.waiting')}</p>;
}

function SignInForm({ goBackTo }: { goBackTo?: string }) {
  const t = useT();
  const router = useRouter();
  const client = useQueryClient();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => email.current?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || !email.current || !password.current) return;
    setBusy(true);
    setError(null);
    try {
      await signIn(email.current.value.trim(), password.current.value);
      client.clear();
      await router.invalidate();
      if (goBackTo) router.history.push(goBackTo);
      else await router.navigate({ to: '/inbox' });
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
      <div role="alert" className="empty:hidden">
        {error !== null && (
          <p className="flex items-start gap-2 rounded-md bg-red-soft px-3 py-2 text-red">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {problemText(error)}
          </p>
        )}
      </div>
      <TextField ref={email} label={t('signin.email')} name="email" type="email" autoComplete="username" required inputMode="email" />
      <TextField
        ref={password}
        label={t('signin.password')}
        name="password"
        type={visible ? 'text' : 'password'}
        autoComplete="current-password"
        required
        aside={
          <button type="button" onClick={() => setVisible(!visible)} className="min-h-target rounded-sm text-muted hover:text-text">
            {visible ? t('signin.hidePassword') : t('signin.showPassword')}
          </button>
        }
      />
      <Button type="submit" tone="primary" busy={busy} className="mt-1">
        {t('signin.submit')}
      </Button>
    </form>
  );
}
