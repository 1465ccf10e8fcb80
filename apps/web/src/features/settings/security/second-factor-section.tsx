import { Button, Chip, Dialog, SkeletonLines } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone } from '../../../lib/toasts.ts';
import { RecoveryCodes } from '../../second-factor/recovery-codes.tsx';
import { SetUpSecondFactor } from '../../second-factor/set-up.tsx';
import { PasswordField } from '../../signin/password-field.tsx';
import { Section } from '../parts/page.tsx';

const queryKey = ['second-factor'];

export function SecondFactorSection() {
  const t = useT();
  const client = useQueryClient();
  const factor = useQuery({ queryKey, queryFn: ({ signal }) => api.get('/api/v1/me/second-factor', { signal }) });
  const [shown, setShown] = useState<'set-up' | 'renew' | 'remove' | { codes: string[] } | null>(null);

  function done(text?: string) {
    setShown(null);
    void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ['sessions'] });
    if (text) toastDone(text);
  }

  return (
    <Section title={t('people.factor.title')} hint={t('people.factor.hint')}>
      {factor.isPending && <SkeletonLines count={2} />}
      {factor.error && !factor.data && <LoadFailed error={factor.error} retry={() => void factor.refetch()} />}
      {factor.data && !factor.data.on && (
        <Button icon={<ShieldCheck className="size-4" />} onClick={() => setShown('set-up')}>
          {t('people.factor.begin')}
        </Button>
      )}
      {factor.data?.on && (
        <div className="flex flex-col items-start gap-4">
          <p className="flex flex-wrap items-center gap-2">
            <Chip tone="green">{t('people.factor.on')}</Chip>
            <span className="text-muted">{t('people.recovery.left', { count: factor.data.recovery_codes })}</span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setShown('renew')}>{t('people.recovery.renew')}</Button>
            <Button onClick={() => setShown('remove')}>{t('people.factor.remove')}</Button>
          </div>
        </div>
      )}
      {shown === 'set-up' && (
        <Dialog open guarded onOpenChange={() => done()} title={t('people.factor.begin')}>
          <SetUpSecondFactor onDone={() => done(t('people.factor.done'))} />
        </Dialog>
      )}
      {shown === 'renew' && (
        <WithPassword
          title={t('people.recovery.renew')}
          text={t('people.recovery.renew.text')}
          submit={t('people.recovery.renew.submit')}
          run={(password) => api.post('/api/v1/me/second-factor/recovery-codes', { body: { password } })}
          onDone={({ recovery_codes }) => setShown({ codes: recovery_codes })}
          onClose={() => setShown(null)}
        />
      )}
      {shown === 'remove' && (
        <WithPassword
          title={t('people.factor.remove')}
          text={factor.data?.required ? t('people.factor.remove.required') : t('people.factor.remove.text')}
          submit={t('people.factor.remove.submit')}
          run={(password) => api.post('/api/v1/me/second-factor/remove', { body: { password } })}
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

interface WithPasswordProps<Done> {
  title: string;
  text: string;
  submit: string;
  run(password: string): Promise<Done>;
  onDone(done: Done): void;
  onClose(): void;
}

/** What an open screen alone must not be enough for. */
function WithPassword<Done>({ title, text, submit, run, onDone, onClose }: WithPasswordProps<Done>) {
  const t = useT();
  const form = useEditForm({
    initial: { password: '' },
    save: ({ password }) => run(password),
    onSaved: onDone,
    validate: ({ password }) => ({ password: password === '' ? t('errors.field.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={title} description={text} form={form} submitLabel={submit} onClose={onClose}>
      <PasswordField label={t('people.password.current')} autoComplete="current-password" value={form.values.password} onValueChange={(password) => form.set('password', password)} error={form.errors.password} />
    </FormDialog>
  );
}
