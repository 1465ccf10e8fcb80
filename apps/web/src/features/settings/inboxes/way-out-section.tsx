import { Button, Checkbox, TextField } from '@ombud/ui';
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
import { MailResult } from './mail-result.tsx';

/** The server that the inbox sends by, with a test that sends nothing. */
export function WayOutSection({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const update = useUpdate('inboxes');
  const check = useMutation({
    mutationFn: (url: string) => api.post('/api/v1/inboxes/{id}/smtp/check', { path: { id: inbox.id }, body: url === '' ? {} : { smtp_url: url } }),
    meta: { quiet: true },
  });
  const form = useEditForm({
    initial: { smtp_url: '', forget: false },
    save: ({ smtp_url, forget }) => update(inbox.id, forget ? { smtp_url: null } : smtp_url.trim() === '' ? {} : { smtp_url: smtp_url.trim() }),
    onSaved: () => toastDone(t('common.saved')),
    validate: ({ smtp_url }) => ({ smtp_url: smtp_url.trim() === '' || /^smtps?:\/\/\S+$/.test(smtp_url.trim()) ? undefined : t('settings.inboxes.smtp.wrong') }),
  });
  const { values } = form;
  const outcome = check.data;
  return (
    <Section title={t('settings.smtp.title')}>
      <PageForm form={form} className="flex max-w-lg flex-col gap-4">
        <TextField
          label={t('settings.inboxes.smtp')}
          aside={t('common.optional')}
          hint={inbox.has_smtp ? t('settings.inboxes.smtp.kept') : t('settings.inboxes.smtp.hint')}
          value={values.smtp_url}
          onValueChange={(url) => form.set('smtp_url', url)}
          error={form.errors.smtp_url && t('settings.inboxes.smtp.wrong')}
          disabled={values.forget}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
        />
        {inbox.has_smtp && <Checkbox label={t('settings.inboxes.smtp.remove')} checked={values.forget} onCheckedChange={(forget) => form.set('forget', forget)} />}
        <div aria-live="polite" className="empty:hidden">
          {outcome && <MailResult fine={outcome.ok ? t('settings.smtp.test.fine') : null} trouble={outcome.trouble} detail={outcome.detail} other={t('settings.smtp.test.none')} />}
          {check.error && <MailResult fine={null} trouble={null} detail={null} other={problemText(check.error)} />}
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <FormActions form={form} />
          <Button icon={<PlugZap className="size-4" />} busy={check.isPending} disabled={values.forget} onClick={() => check.mutate(values.smtp_url.trim())}>{t('settings.mailbox.test')}</Button>
        </div>
      </PageForm>
    </Section>
  );
}
