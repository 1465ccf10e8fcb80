import { Button } from '@ombud/ui';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { problemText } from '../../lib/problem.ts';
import { useLeaveStep } from './setup-query.ts';
import { StepActions, StepFrame } from './step-frame.tsx';

/** A desk full of cases beside one's own, to look around in. */
export function DemoStep() {
  const t = useT();
  const leave = useLeaveStep('demo');
  const demo = useMutation({ mutationFn: () => api.post('/api/v1/setup/demo'), meta: { quiet: true } });
  return (
    <StepFrame title={t('setup.demo.title')} lead={t('setup.demo.lead')}>
      <FormProblem text={demo.error ? problemText(demo.error) : null} />
      {demo.data ? (
        <div aria-live="polite">
          <p className="font-strong">{t('setup.demo.ready')}</p>
          <p className="mt-1 text-muted">{t('setup.demo.password')}</p>
          <p className="mt-1 w-fit rounded-md bg-sunken px-2.5 py-1.5 font-mono select-all">{demo.data.password}</p>
          <ul className="mt-4 flex flex-col gap-1.5">
            {demo.data.logins.slice(0, 5).map(({ email, name, role }) => (
              <li key={email} className="flex flex-wrap gap-x-2">
                <span className="font-mono select-all [overflow-wrap:anywhere]">{email}</span>
                <span className="text-muted">{name}, {role}</span>
              </li>
            ))}
          </ul>
          <p className="mt-4 max-w-prose text-muted">{t('setup.demo.remove')}</p>
          <pre tabIndex={0} aria-label={t('setup.demo.remove')} className="mt-1.5 overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-small">npm run ombud -- demo remove</pre>
        </div>
      ) : null}
      <StepActions
        main={
          demo.data ? (
            <Button tone="primary" onClick={() => void leave('done')}>{t('setup.continue')}</Button>
          ) : (
            <Button tone="primary" busy={demo.isPending} onClick={() => demo.mutate()}>{t('setup.demo.make')}</Button>
          )
        }
        onLater={() => leave('later')}
      />
    </StepFrame>
  );
}
