import { Button, Checkbox, RelativeTime, SelectField, SkeletonLines, TextArea, TextField } from '@ombud/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PlugZap, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { ConfirmDialog, FormProblem } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { problemText } from '../../../lib/problem.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import type { Inbox, Mailbox } from '../types.ts';
import { MailAccount } from './mail-account.tsx';
import { MailResult, TroubleText } from './mail-result.tsx';
import { checkBody, dayOf, foldersOf, initialValues, isPort, mailboxBody, providerHosts, type MailboxValues } from './mailbox-form.ts';
import { MailboxState } from './mailbox-state.tsx';

const usualPorts = { tls: '993', starttls: '143', none: '143' } as const;

export function MailboxSection({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const [settingUp, setSettingUp] = useState(false);
  const mailbox = useQuery<Mailbox | null>({
    queryKey: ['inboxes', inbox.id, 'mailbox'],
    queryFn: ({ signal }) => api.get('/api/v1/inboxes/{id}/mailbox', { path: { id: inbox.id }, signal }),
    refetchInterval: 5_000,
    // There is nothing to ask for yet.
    enabled: inbox.mailbox !== null,
  });
  const there = mailbox.data ?? (inbox.mailbox === null ? null : undefined);
  return (
    <Section title={t('settings.mailbox.title')} hint={t('settings.mailbox.hint')}>
      {there === undefined && !mailbox.error && <SkeletonLines />}
      {there === undefined && mailbox.error && <LoadFailed error={mailbox.error} retry={() => void mailbox.refetch()} />}
      {there && <Going mailbox={there} />}
      {there && <MailAccount inbox={inbox} mailbox={there} />}
      {there === null && !settingUp && <Button icon={<Plus className="size-4" />} onClick={() => setSettingUp(true)}>{t('settings.mailbox.setUp')}</Button>}
      {(there || (there === null && settingUp)) && <MailboxForm key={there ? 'there' : 'new'} inbox={inbox} mailbox={there} onCancel={() => setSettingUp(false)} />}
    </Section>
  );
}

/** How the fetching goes. */
function Going({ mailbox }: { mailbox: Mailbox }) {
  const t = useT();
  return (
    <div className="mb-5 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
        <MailboxState state={mailbox.state} />
        {mailbox.checked_at && <span>{t('settings.mailbox.checked')} <RelativeTime at={mailbox.checked_at} /></span>}
        {mailbox.last_message_at && <span>{t('settings.inboxes.health.lastMail')} <RelativeTime at={mailbox.last_message_at} /></span>}
      </div>
      {mailbox.state === 'trouble' && mailbox.trouble && (
        <div className="rounded-md bg-red-soft px-3 py-2 text-red">
          <TroubleText trouble={mailbox.trouble} detail={mailbox.trouble_detail} />
          <span className="mt-1 flex flex-wrap gap-x-3 text-small">
            {mailbox.trouble_since && <span>{t('settings.mailbox.since')} <RelativeTime at={mailbox.trouble_since} /></span>}
            {mailbox.next_attempt_at && <span>{t('settings.mailbox.tryAgain')} <RelativeTime at={mailbox.next_attempt_at} /></span>}
          </span>
        </div>
      )}
      {mailbox.folders.filter(({ withheld }) => withheld > 0).map(({ path, withheld }) => (
        <p key={path} className="rounded-md bg-amber-soft px-3 py-2 text-amber">{t('settings.mailbox.withheld', { count: withheld, folder: path })}</p>
      ))}
    </div>
  );
}

function MailboxForm({ inbox, mailbox, onCancel }: { inbox: Inbox; mailbox: Mailbox | null; onCancel(): void }) {
  const t = useT();
  const client = useQueryClient();
  const path = { id: inbox.id };
  const [removing, setRemoving] = useState(false);
  const [today] = useState(() => new Date());
  // All that tells of inboxes but the mailbox itself, which was answered just now.
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'inboxes' && queryKey[2] !== 'mailbox' });
  const check = useMutation({ mutationFn: (values: MailboxValues) => api.post('/api/v1/inboxes/{id}/mailbox/check', { path, body: checkBody(values) }), meta: { quiet: true } });
  const form = useEditForm<MailboxValues, Mailbox>({
    initial: initialValues(mailbox, inbox.address, today),
    save: (values) => api.put('/api/v1/inboxes/{id}/mailbox', { path, body: mailboxBody(values, mailbox) }),
    onSaved: (saved) => {
      client.setQueryData(['inboxes', inbox.id, 'mailbox'], saved);
      check.reset();
      void refresh();
      toastDone(t('common.saved'));
    },
    validate: (values) => ({
      host: values.host.trim() === '' ? t('refusals.invalid_type') : undefined,
      port: isPort(values.port) ? undefined : t('settings.mailbox.port.wrong'),
      username: values.username.trim() === '' ? t('refusals.invalid_type') : undefined,
      password: values.sign_in === 'password' && mailbox?.sign_in !== 'password' && values.password === '' ? t('refusals.invalid_type') : undefined,
      folders: foldersOf(values).length === 0 ? t('refusals.invalid_type') : undefined,
      importFrom: values.importFrom === '' ? t('refusals.invalid_type') : undefined,
    }),
  });
  const { values, errors, set } = form;
  const canCheck = values.host.trim() !== '' && isPort(values.port) && values.username.trim() !== '' && foldersOf(values).length > 0;

  function changeSecurity(security: MailboxValues['security']) {
    if (values.port === usualPorts[values.security]) set('port', usualPorts[security]);
    set('security', security);
  }

  function changeSignIn(sign_in: MailboxValues['sign_in']) {
    const isOurs = Object.values(providerHosts).includes(values.host.trim());
    if (isOurs) set('host', providerHosts[sign_in]);
    set('sign_in', sign_in);
  }

  async function remove() {
    try {
      await api.delete('/api/v1/inboxes/{id}/mailbox', { path });
      client.setQueryData(['inboxes', inbox.id], { ...inbox, mailbox: null });
      client.setQueryData(['inboxes', inbox.id, 'mailbox'], null);
      onCancel();
      toastDone(t('settings.mailbox.removed', { host: mailbox?.host ?? '' }));
      await refresh();
    } catch (error) {
      toastProblem(error, () => void remove());
    }
  }

  return (
    <PageForm form={form} className="flex max-w-lg flex-col gap-4">
      <SelectField
        label={t('settings.mailbox.signIn')}
        hint={values.sign_in !== 'password' && values.sign_in !== mailbox?.sign_in ? t('settings.mailbox.signIn.hint') : undefined}
        value={values.sign_in}
        choices={(['password', 'microsoft', 'google'] as const).map((way) => ({ value: way, label: t(`settings.mailbox.signIn.${way}`) }))}
        onChange={changeSignIn}
      />
      <div className="grid grid-cols-[1fr_6rem] gap-3">
        <TextField label={t('settings.mailbox.host')} hint={t('settings.mailbox.host.hint')} placeholder="imap.example.org" value={values.host} onValueChange={(host) => set('host', host)} error={errors.host} maxLength={253} autoComplete="off" autoCapitalize="off" spellCheck={false} />
        <TextField label={t('settings.mailbox.port')} inputMode="numeric" value={values.port} onValueChange={(port) => set('port', port)} error={errors.port} maxLength={5} autoComplete="off" />
      </div>
      <SelectField
        label={t('settings.mailbox.security')}
        hint={t('settings.mailbox.security.hint')}
        value={values.security}
        choices={(['tls', 'starttls', 'none'] as const).map((security) => ({ value: security, label: t(`settings.mailbox.security.${security}`) }))}
        onChange={changeSecurity}
        error={errors.security && t('settings.mailbox.security.onlyHere')}
      />
      <TextField label={t('settings.mailbox.username')} hint={t('settings.mailbox.username.hint')} value={values.username} onValueChange={(username) => set('username', username)} error={errors.username} maxLength={320} autoComplete="off" autoCapitalize="off" spellCheck={false} />
      {values.sign_in === 'password' && <TextField label={t('settings.mailbox.password')} hint={mailbox?.sign_in === 'password' ? t('settings.mailbox.password.kept') : t('settings.mailbox.password.hint')} type="password" value={values.password} onValueChange={(password) => set('password', password)} error={errors.password} maxLength={1000} autoComplete="new-password" />}
      <TextArea label={t('settings.mailbox.folders')} hint={t('settings.mailbox.folders.hint')} rows={2} value={values.folders} onValueChange={(folders) => set('folders', folders)} error={errors.folders} spellCheck={false} autoCapitalize="off" />
      <TextField label={t('settings.mailbox.importFrom')} hint={t('settings.mailbox.importFrom.hint')} type="date" max={dayOf(today)} value={values.importFrom} onValueChange={(day) => set('importFrom', day)} error={errors.importFrom} />
      <Checkbox label={t('settings.mailbox.markSeen')} hint={t('settings.mailbox.markSeen.hint')} checked={values.mark_seen} onCheckedChange={(seen) => set('mark_seen', seen)} />
      {mailbox && <Checkbox label={t('settings.mailbox.active')} hint={t('settings.mailbox.active.hint')} checked={values.active} onCheckedChange={(active) => set('active', active)} />}
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {check.data && <MailResult fine={check.data.ok ? t('settings.mailbox.test.fine') : null} trouble={check.data.trouble} detail={check.data.detail} />}
        {check.error && <MailResult fine={null} trouble={null} detail={null} other={problemText(check.error)} />}
        {check.data && <FolderChoices there={check.data.folders} chosen={foldersOf(values)} onAdd={(folder) => set('folders', [...foldersOf(values), folder].join('\n'))} />}
      </div>
      <FormProblem text={form.problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" busy={form.busy} disabled={mailbox !== null && !form.dirty}>{mailbox ? t('common.save') : t('settings.mailbox.start')}</Button>
        <Button icon={<PlugZap className="size-4" />} busy={check.isPending} disabled={!canCheck} onClick={() => check.mutate(values)}>{t('settings.mailbox.test')}</Button>
        {mailbox && form.dirty && !form.busy && <Button tone="plain" onClick={form.reset}>{t('common.discard')}</Button>}
        {!mailbox && <Button tone="plain" onClick={onCancel}>{t('common.cancel')}</Button>}
        {mailbox && <Button tone="plain" icon={<Trash2 className="size-4" />} onClick={() => setRemoving(true)}>{t('settings.mailbox.remove')}</Button>}
      </div>
      {mailbox && removing && (
        <ConfirmDialog title={t('settings.mailbox.remove.title', { host: mailbox.host })} text={t('settings.mailbox.remove.text')} confirmLabel={t('settings.mailbox.remove')} onConfirm={() => void remove()} onClose={() => setRemoving(false)} />
      )}
    </PageForm>
  );
}

/** The folders that the server has, to be added with a click. */
function FolderChoices({ there, chosen, onAdd }: { there: string[]; chosen: string[]; onAdd(folder: string): void }) {
  const t = useT();
  const more = there.filter((folder) => !chosen.includes(folder));
  if (more.length === 0) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-small text-muted">{t('settings.mailbox.folders.there')}</span>
      <span className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-0.5">
        {more.map((folder) => (
          <button key={folder} type="button" onClick={() => onAdd(folder)} className="inline-flex min-h-target max-w-full items-center gap-1 rounded-md border border-line bg-pane px-2 text-small hover:bg-hover">
            <Plus aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{folder}</span>
          </button>
        ))}
      </span>
    </div>
  );
}
