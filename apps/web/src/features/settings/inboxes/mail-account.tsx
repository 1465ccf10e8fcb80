import { Button } from '@ombud/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, ExternalLink } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import type { Inbox, Mailbox } from '../types.ts';

const ways = { microsoft: 'smtp.office365.com', google: 'smtp.gmail.com' } as const;

/** The account that a mailbox is read by, at a provider with a sign-in of its own. */
export function MailAccount({ inbox, mailbox }: { inbox: Inbox; mailbox: Mailbox }) {
  const t = useT();
  const provider = mailbox.sign_in;
  const apps = useQuery({ queryKey: ['mail-apps'], queryFn: ({ signal }) => api.get('/api/v1/mail-apps', { signal }), enabled: provider !== 'password' });
  const begin = useMutation({
    mutationFn: (given: 'microsoft' | 'google') => api.post('/api/v1/inboxes/{id}/mail-sign-in', { path: { id: inbox.id }, body: { provider: given, username: mailbox.username } }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) => toastProblem(error),
    meta: { quiet: true },
  });
  if (provider === 'password' || !apps.data) return null;
  if (!apps.data[provider]) {
    return (
      <p className="mb-5 rounded-md bg-amber-soft px-3 py-2 text-amber">
        {t('settings.mailAccount.noApp')} <Link to="/settings/mail-sign-in" className="rounded-sm underline">{t('settings.mailAccount.toApps')}</Link>
      </p>
    );
  }
  const there = mailbox.account?.provider === provider ? mailbox.account : null;
  const wrong = !there || there.revoked_at !== null || there.username !== mailbox.username;
  const text = !there ? t('settings.mailAccount.notYet') : there.revoked_at !== null ? t('settings.mailAccount.revoked') : wrong ? t('settings.mailAccount.otherUser', { username: there.username }) : t('settings.mailAccount.connected', { username: there.username });
  const Icon = wrong ? CircleAlert : CircleCheck;
  return (
    <section aria-label={t('settings.mailAccount.title')} className="mb-5 flex max-w-lg flex-col items-start gap-2">
      <p className={`flex items-start gap-2 ${wrong ? 'text-red' : 'text-green'}`}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
      </p>
      <Button tone={wrong ? 'primary' : 'outline'} icon={<ExternalLink className="size-4" />} busy={begin.isPending} onClick={() => begin.mutate(provider)}>
        {there ? t('settings.mailAccount.connectAgain') : t('settings.mailAccount.connect', { username: mailbox.username })}
      </Button>
      {!wrong && !inbox.has_smtp && <p className="text-small text-muted [overflow-wrap:anywhere]">{t('settings.mailAccount.sendToo', { host: ways[provider], way: t('settings.smtp.signIn.account') })}</p>}
    </section>
  );
}
