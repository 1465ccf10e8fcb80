import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { FormProblem } from '../../../lib/form-parts.tsx';

/** The browser is back from the provider: completes the connection once, and goes to the inbox. */
export function Completing({ answer }: { answer: URLSearchParams }) {
  const t = useT();
  const client = useQueryClient();
  const navigate = useNavigate();
  const begun = useRef(false);
  const refused = answer.get('error');
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (begun.current || refused !== null) return;
    begun.current = true;
    api
      .post('/api/v1/mail-sign-ins', { body: { code: answer.get('code') ?? '', state: answer.get('state') ?? '' } })
      .then(async ({ inbox }) => {
        await client.invalidateQueries({ queryKey: ['inboxes'] });
        toastDone(t('settings.mailSignIn.done'));
        await navigate({ to: '/settings/inboxes/$id', params: { id: inbox }, replace: true });
      })
      .catch((error: unknown) => setProblem(problemText(error)));
  }, [answer, client, navigate, refused, t]);

  const text = refused === null ? problem : t('settings.mailSignIn.refused', { reason: refused.slice(0, 100) });
  if (text === null) return <p role="status" className="text-muted">{t('settings.mailSignIn.completing')}</p>;
  return (
    <div className="flex max-w-lg flex-col items-start gap-3">
      <FormProblem text={text} />
      <Link to="/settings/inboxes" className="rounded-sm py-1 text-accent-text hover:underline">{t('settings.mailSignIn.back')}</Link>
    </div>
  );
}
