import { isLanguage, languageNames, languages } from '@ombud/i18n';
import { SelectField, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../lib/api.ts';
import { themes } from '../../lib/appearance.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormActions } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { followSettings, meQuery, useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { toastDone, toastProblem } from '../../lib/toasts.ts';
import { Section } from '../settings/parts/page.tsx';
import { PageForm } from '../settings/parts/page-form.tsx';
import { PasskeysSection } from '../settings/security/passkeys-section.tsx';
import { PasswordSection } from '../settings/security/password-section.tsx';
import { SecondFactorSection } from '../settings/security/second-factor-section.tsx';
import { SessionsSection } from '../settings/security/sessions-section.tsx';

type Change = Body<'/api/v1/client/me', 'patch'>;

/** The reader's own: name, language, theme, and how they sign in. */
export function ClientAccount() {
  const t = useT();
  const me = useMe();
  const change = useChangeOwn();
  const form = useEditForm({
    initial: { name: me.agent.name },
    save: ({ name }) => change({ name }),
    onSaved: () => toastDone(t('common.saved')),
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  useTitle(t('clients.account'));
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-5">
      <header className="mb-7">
        <h1 className="m-0 text-page font-strong">{t('clients.account')}</h1>
        <p className="mt-1 max-w-prose text-muted">{t('clients.account.lead')}</p>
      </header>
      <Section title={t('clients.profile')} hint={me.agent.email}>
        <PageForm form={form} className="flex max-w-lg flex-col gap-4">
          <TextField label={t('settings.name')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="name" />
          <FormActions form={form} />
        </PageForm>
        <div className="mt-6 flex max-w-lg flex-col gap-4">
          <SelectField label={t('shell.language')} value={isLanguage(me.agent.language) ? me.agent.language : 'en'} choices={languages.map((value) => ({ value, label: languageNames[value] }))} onChange={(language) => void change({ language }).catch(toastProblem)} />
          <SelectField label={t('around.theme')} value={me.preferences.theme} choices={themes.map((value) => ({ value, label: t(`around.theme.${value}`) }))} onChange={(theme) => void change({ theme }).catch(toastProblem)} />
        </div>
      </Section>
      <PasswordSection />
      <PasskeysSection />
      <SecondFactorSection />
      <SessionsSection />
    </div>
  );
}

/** Saved, and then shown as the server has it. */
function useChangeOwn(): (patch: Change) => Promise<void> {
  const client = useQueryClient();
  return async function change(patch) {
    await api.patch('/api/v1/client/me', { body: patch });
    await followSettings(await client.fetchQuery({ ...meQuery, staleTime: 0 }));
  };
}
