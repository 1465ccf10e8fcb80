import { Button, Checkbox, SelectField, TextField } from '@ombud/ui';
import { useMutation } from '@tanstack/react-query';
import { PlugZap } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';
import { useUpdate } from '../../../lib/resource.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import type { Inbox } from '../types.ts';
import { isPort } from './mailbox-form.ts';
import { MailResult } from './mail-result.tsx';
import { initialWayOut, isHost, usualWayOutPorts, wayOutUrl, type WayOutValues } from './way-out-form.ts';

/** The server that the inbox sends by, with a test that sends nothing. */
export function WayOutSection({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const update = useUpdate('inboxes');
  const check = useMutation({
    mutationFn: (values: WayOutValues) => api.post('/api/v1/inboxes/{id}/smtp/check', { path: { id: inbox.id }, body: values.host.trim() === '' ? {} : { smtp_url: wayOutUrl(values) } }),
    meta: { quiet: true },
  });
  const problems = ({ host, port, sign_in, username, password }: WayOutValues) => {
    if (host.trim() === '') return {};
    return {
      host: isHost(host.trim()) ? undefined : t('settings.smtp.host.wrong'),
      port: isPort(port) ? undefined : t('settings.mailbox.port.wrong'),
      username: sign_in !== 'none' && username.trim() === '' ? t('refusals.invalid_type') : undefined,
      password: sign_in === 'password' && password === '' ? t('refusals.invalid_type') : undefined,
    };
  };
  const form = useEditForm<WayOutValues, Inbox>({
    initial: initialWayOut(inbox.address),
    save: (values) => update(inbox.id, values.forget ? { smtp_url: null } : values.host.trim() === '' ? {} : { smtp_url: wayOutUrl(values) }),
    onSaved: () => toastDone(t('common.saved')),
    validate: (values) => (values.forget ? {} : problems(values)),
  });
  const { values, errors, set } = form;
  const outcome = check.data;
  const isNamed = values.host.trim() !== '' && !values.forget;
  const canCheck = !values.forget && Object.values(problems(values)).every((problem) => problem === undefined);

  function changeSecurity(security: WayOutValues['security']) {
    if (values.port === usualWayOutPorts[values.security]) set('port', usualWayOutPorts[security]);
    set('security', security);
  }

  return (
    <Section title={t('settings.smtp.title')} hint={t('settings.smtp.hint')}>
      <PageForm form={form} className="flex max-w-lg flex-col gap-4">
        <div className={`grid items-end gap-3 ${isNamed ? 'grid-cols-[1fr_6rem]' : ''}`}>
          <TextField label={t('settings.smtp.host')} hint={inbox.has_smtp ? t('settings.inboxes.smtp.kept') : t('settings.smtp.host.hint')} placeholder="smtp.example.org" value={values.host} onValueChange={(host) => set('host', host)} error={errors.host} disabled={values.forget} maxLength={253} autoComplete="off" autoCapitalize="off" spellCheck={false} />
          {isNamed && <TextField label={t('settings.mailbox.port')} inputMode="numeric" value={values.port} onValueChange={(port) => set('port', port)} error={errors.port} maxLength={5} autoComplete="off" />}
        </div>
        {isNamed && (
          <>
            <SelectField
              label={t('settings.mailbox.security')}
              hint={t('settings.mailbox.security.hint')}
              value={values.security}
              choices={(['starttls', 'tls'] as const).map((security) => ({ value: security, label: t(`settings.smtp.security.${security}`) }))}
              onChange={changeSecurity}
            />
            <SelectField
              label={t('settings.mailbox.signIn')}
              value={values.sign_in}
              choices={(['password', 'account', 'none'] as const).map((way) => ({ value: way, label: t(`settings.smtp.signIn.${way}`) }))}
              onChange={(way) => set('sign_in', way)}
            />
            {values.sign_in !== 'none' && <TextField label={t('settings.mailbox.username')} hint={t('settings.mailbox.username.hint')} value={values.username} onValueChange={(username) => set('username', username)} error={errors.username} maxLength={320} autoComplete="off" autoCapitalize="off" spellCheck={false} />}
            {values.sign_in === 'password' && <TextField label={t('settings.mailbox.password')} hint={t('settings.mailbox.password.hint')} type="password" value={values.password} onValueChange={(password) => set('password', password)} error={errors.password} maxLength={300} autoComplete="new-password" />}
          </>
        )}
        {inbox.has_smtp && <Checkbox label={t('settings.inboxes.smtp.remove')} checked={values.forget} onCheckedChange={(forget) => set('forget', forget)} />}
        <div aria-live="polite" className="empty:hidden">
          {outcome && <MailResult fine={outcome.ok ? t('settings.smtp.test.fine') : null} trouble={outcome.trouble} detail={outcome.detail} other={t('settings.smtp.test.none')} />}
          {check.error && <MailResult fine={null} trouble={null} detail={null} other={problemText(check.error)} />}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <FormActions form={form} />
          <Button icon={<PlugZap className="size-4" />} busy={check.isPending} disabled={!canCheck} onClick={() => check.mutate(values)}>{t('settings.mailbox.test')}</Button>
        </div>
      </PageForm>
    </Section>
  );
}
