import { Button } from '@ombud/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { toastProblem } from '../../lib/toasts.ts';
import { useFinish, type Setup } from './setup-query.ts';
import { StepFrame } from './step-frame.tsx';

const next = [
  { to: '/settings/brands', text: 'setup.next.brands' },
  { to: '/settings/agents', text: 'setup.next.agents' },
  { to: '/settings/inboxes', text: 'setup.next.inboxes' },
  { to: '/settings/tokens', text: 'setup.next.tokens' },
] as const;

/** What was put off, and what to do next. */
export function EndStep({ setup }: { setup: Setup }) {
  const t = useT();
  const finish = useFinish();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const later = setup.steps.filter(({ state }) => state === 'later');

  async function leave() {
    setBusy(true);
    try {
      await finish();
      await navigate({ to: '/inbox/$view', params: { view: 'unassigned' } });
    } catch (error) {
      setBusy(false);
      toastProblem(error, () => void leave());
    }
  }

  return (
    <StepFrame title={t('setup.end.title')} lead={t('setup.end.lead')}>
      {setup.open && later.length > 0 && (
        <section className="mb-6">
          <h2 className="text-title">{t('setup.end.later')}</h2>
          <ul className="mt-1.5 flex flex-col gap-1">
            {later.map(({ step }) => (
              <li key={step}>
                <Link to="/setup" search={{ step }} className="text-accent-text underline underline-offset-2">{t(`setup.step.${step}`)}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="text-title">{t('setup.end.next')}</h2>
      <ul className="mt-1.5 flex flex-col gap-1">
        {next.map(({ to, text }) => (
          <li key={to}>
            <Link to={to} className="text-accent-text underline underline-offset-2">{t(text)}</Link>
          </li>
        ))}
      </ul>
      <p className="mt-5 max-w-prose text-muted">{t('setup.end.keys')}</p>
      <div className="mt-8">
        <Button tone="primary" busy={busy} onClick={() => void leave()}>{t('setup.end.open')}</Button>
      </div>
    </StepFrame>
  );
}
