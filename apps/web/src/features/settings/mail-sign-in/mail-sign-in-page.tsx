import { Button, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { ConfirmDialog, FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { SettingsPage, Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import type { MailApps } from '../types.ts';
import { Completing } from './completing.tsx';

type Provider = 'microsoft' | 'google';
const names: Record<Provider, string> = { microsoft: 'Microsoft 365', google: 'Google' };

/** The app registrations; the provider also sends the browser back to here. */
export function MailSignInPage() {
  const t = useT();
  // As it came: the router would read a code of digits as a number.
  const [answer] = useState(() => new URLSearchParams(window.location.search));
  const isAnswer = answer.has('state') || answer.has('error');
  const apps = useQuery({ queryKey: ['mail-apps'], queryFn: ({ signal }) => api.get('/api/v1/mail-apps', { signal }), enabled: !isAnswer });
  return (
    <SettingsPage title={t('settings.mailSignIn.title')} lead={t('settings.mailSignIn.lead')} needs="settings.manage">
      {isAnswer && <Completing answer={answer} />}
      {!isAnswer && apps.isPending && <SkeletonLines />}
      {!isAnswer && apps.error && !apps.data && <LoadFailed error={apps.error} retry={() => void apps.refetch()} />}
      {!isAnswer && apps.data && (
        <>
          <TextField label={t('settings.mailSignIn.redirect')} hint={t('settings.mailSignIn.redirect.hint')} value={apps.data.redirect_uri} readOnly className="max-w-lg pb-7" onFocus={(event) => event.currentTarget.select()} />
          <AppSection provider="microsoft" apps={apps.data} />
          <AppSection provider="google" apps={apps.data} />
        </>
      )}
    </SettingsPage>
  );
}

function AppSection({ provider, apps }: { provider: Provider; apps: MailApps }) {
  const t = useT();
  const client = useQueryClient();
  const app = apps[provider];
  const [removing, setRemoving] = useState(false);
  const form = useEditForm<{ client_id: string; client_secret: string; tenant: string }, MailApps>({
    initial: { client_id: app?.client_id ?? '', client_secret: '', tenant: app?.tenant ?? '' },
    save: ({ client_id, client_secret, tenant }) => {
      const given = { client_id: client_id.trim(), ...(client_secret === '' ? {} : { client_secret: client_secret.trim() }), ...(tenant.trim() === '' ? {} : { tenant: tenant.trim() }) };
      return api.put('/api/v1/mail-apps', { body: { [provider]: given } });
    },
    onSaved: (saved) => {
      client.setQueryData(['mail-apps'], saved);
      toastDone(t('common.saved'));
    },
    validate: ({ client_id, client_secret, tenant }) => ({
      client_id: client_id.trim() === '' ? t('refusals.invalid_type') : undefined,
      client_secret: client_secret === '' && client_id.trim() !== app?.client_id ? t('refusals.invalid_type') : undefined,
      tenant: /^[A-Za-z0-9.-]*$/.test(tenant.trim()) ? undefined : t('settings.mailSignIn.tenant.wrong'),
    }),
  });
  const { values, errors, set } = form;

  async function remove() {
    try {
      client.setQueryData(['mail-apps'], await api.put('/api/v1/mail-apps', { body: { [provider]: null } }));
      toastDone(t('settings.done.removed', { name: names[provider] }));
    } catch (error) {
      toastProblem(error, () => void remove());
    }
  }

  return (
    <Section title={names[provider]}>
      <PageForm form={form} className="flex max-w-lg flex-col gap-4">
        <TextField label={t('settings.mailSignIn.clientId')} hint={t('settings.mailSignIn.clientId.hint')} value={values.client_id} onValueChange={(id) => set('client_id', id)} error={errors.client_id} maxLength={1000} autoComplete="off" spellCheck={false} />
        <TextField label={t('settings.mailSignIn.clientSecret')} hint={app ? t('settings.mailSignIn.clientSecret.kept') : t('settings.mailSignIn.clientSecret.hint')} type="password" value={values.client_secret} onValueChange={(secret) => set('client_secret', secret)} error={errors.client_secret} maxLength={1000} autoComplete="new-password" />
        {provider === 'microsoft' && <TextField label={t('settings.mailSignIn.tenant')} hint={t('settings.mailSignIn.tenant.hint')} aside={t('common.optional')} placeholder="organizations" value={values.tenant} onValueChange={(tenant) => set('tenant', tenant)} error={errors.tenant} maxLength={100} autoComplete="off" spellCheck={false} />}
        <div className="flex flex-wrap items-end gap-2">
          <FormActions form={form} />
          {app && <Button tone="plain" icon={<Trash2 className="size-4" />} onClick={() => setRemoving(true)}>{t('settings.mailbox.remove')}</Button>}
        </div>
      </PageForm>
      {removing && (
        <ConfirmDialog title={t('settings.mailSignIn.remove.title', { provider: names[provider] })} text={t('settings.mailSignIn.remove.text')} confirmLabel={t('settings.mailbox.remove')} onConfirm={() => void remove()} onClose={() => setRemoving(false)} />
      )}
    </Section>
  );
}
