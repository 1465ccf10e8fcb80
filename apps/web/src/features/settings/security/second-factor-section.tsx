import { Button, Chip, Dialog, SkeletonLines } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone } from '../../../lib/toasts.ts';
import { WithProof } from '../../passkeys/with-proof.tsx';
import { RecoveryCodes } from '../../second-factor/recovery-codes.tsx';
import { secondFactorQuery } from '../../second-factor/second-factor-query.ts';
import { SetUpSecondFactor } from '../../second-factor/set-up.tsx';
import { Section } from '../parts/page.tsx';

export function SecondFactorSection() {
  const t = useT();
  const client = useQueryClient();
  const factor = useQuery(secondFactorQuery);
  const [shown, setShown] = useState<'set-up' | 'renew' | 'remove' | { codes: string[] } | null>(null);

  function done(text?: string) {
    setShown(null);
    void client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['sessions'] });
    if (text) toastDone(text);
  }

  const { passkeys = 0, required = false } = factor.data ?? {};
  const removalText = passkeys > 0 ? t('people.factor.remove.passkeys') : required ? t('people.factor.remove.required') : t('people.factor.remove.text');

  return (
    <Section title={t('people.factor.title')} hint={t('people.factor.hint')}>
      {factor.isPending && <SkeletonLines count={2} />}
      {factor.error && !factor.data && <LoadFailed error={factor.error} retry={() => void factor.refetch()} />}
      {factor.data && !factor.data.app && (
        <Button icon={<ShieldCheck className="size-4" />} onClick={() => setShown('set-up')}>
          {t('people.factor.begin')}
        </Button>
      )}
      {factor.data?.app && (
        <p className="flex flex-wrap items-center gap-3">
          <Chip tone="green">{t('people.factor.on')}</Chip>
          <Button onClick={() => setShown('remove')}>{t('people.factor.remove')}</Button>
        </p>
      )}
      {factor.data?.on && (
        <div className="mt-6">
          <h3 className="font-strong">{t('people.recovery.title')}</h3>
          <p className="mt-0.5 max-w-prose text-muted">{t('people.recovery.what')}</p>
          <p className="mt-3 flex flex-wrap items-center gap-3">
            <span className={factor.data.recovery_codes < 3 ? 'text-amber' : undefined}>{t('people.recovery.left', { count: factor.data.recovery_codes })}</span>
            <Button onClick={() => setShown('renew')}>{t('people.recovery.renew')}</Button>
          </p>
        </div>
      )}
      {shown === 'set-up' && (
        <Dialog open guarded onOpenChange={() => done()} title={t('people.factor.begin')}>
          <SetUpSecondFactor onDone={() => done(t('people.factor.done'))} />
        </Dialog>
      )}
      {shown === 'renew' && (
        <WithProof
          title={t('people.recovery.renew')}
          text={t('people.recovery.renew.text')}
          submit={t('people.recovery.renew.submit')}
          run={(body) => api.post('/api/v1/me/second-factor/recovery-codes', { body })}
          onDone={({ recovery_codes }) => setShown({ codes: recovery_codes })}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'remove' && (
        <WithProof
          title={t('people.factor.remove')}
          text={removalText}
          submit={t('people.factor.remove.submit')}
          run={(body) => api.post('/api/v1/me/second-factor/remove', { body })}
          onDone={() => done(t('people.factor.removed'))}
          onClose={() => setShown(null)}
        />
      )}
      {shown !== null && typeof shown === 'object' && (
        <Dialog
          open
          guarded
          noCross
          onOpenChange={() => done()}
          title={t('people.recovery.title')}
          actions={
            <Button tone="primary" onClick={() => done()}>
              {t('people.recovery.done')}
            </Button>
          }
        >
          <RecoveryCodes codes={shown.codes} />
        </Dialog>
      )}
    </Section>
  );
}
