import { Button, Chip, type Tone } from '@ombud/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleHelp, Copy, type LucideIcon, PenLine, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { Section } from '../parts/page.tsx';
import type { Inbox, SenderDomain } from '../types.ts';

type Check = SenderDomain['checks'][number];
const looks: Record<Check['state'], { tone: Tone; icon: LucideIcon }> = {
  good: { tone: 'green', icon: CircleCheck },
  missing: { tone: 'red', icon: CircleAlert },
  weak: { tone: 'amber', icon: CircleAlert },
  wrong: { tone: 'red', icon: CircleAlert },
  unknown: { tone: 'neutral', icon: CircleHelp },
};

/** Whether mail from the inbox's domain is believed where it arrives, with the records to have. */
export function SenderSection({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const domain = inbox.address.slice(inbox.address.lastIndexOf('@') + 1);
  const queryKey = ['inboxes', inbox.id, 'sender-domain', inbox.has_smtp];
  const sender = useQuery({ queryKey, queryFn: ({ signal }) => api.get('/api/v1/inboxes/{id}/sender-domain', { path: { id: inbox.id }, signal }), staleTime: 60_000 });
  return (
    <Section title={t('settings.sender.title')} hint={t('settings.sender.hint', { domain })}>
      <div className="flex max-w-2xl flex-col items-start gap-5">
        {sender.error && !sender.data && <LoadFailed error={sender.error} retry={() => void sender.refetch()} />}
        {sender.data?.checks.map((check) => <CheckRow key={check.kind} check={check}>{check.kind === 'dkim' && <Signing inbox={inbox} domain={domain} sender={sender.data} isGood={check.state === 'good'} queryKey={queryKey} />}</CheckRow>)}
        <Button icon={<RotateCw className="size-4" />} busy={sender.isFetching} onClick={() => void sender.refetch()}>{t('settings.sender.again')}</Button>
      </div>
    </Section>
  );
}

/** Who cannot have their server sign has Ombud do it. */
function Signing({ inbox, domain, sender, isGood, queryKey }: { inbox: Inbox; domain: string; sender: SenderDomain; isGood: boolean; queryKey: readonly unknown[] }) {
  const t = useT();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (signs: boolean) => (signs ? api.put('/api/v1/inboxes/{id}/sender-key', { path: { id: inbox.id } }) : api.delete('/api/v1/inboxes/{id}/sender-key', { path: { id: inbox.id } })),
    onSuccess(after, signs) {
      client.setQueryData(queryKey, after);
      if (!signs) offerUndo(t('settings.sender.stopped', { domain }), () => change.mutate(true));
    },
    onError: (error) => toastProblem(error),
  });
  const { signing } = sender;
  const isOn = signing !== null && !signing.stopped;
  if (!isOn && isGood) return null;
  // One button for both ways, so that whoever pressed it keeps the focus.
  return (
    <>
      {isOn && signing.signs && <p className="text-muted">{t('settings.sender.signs', { domain })}</p>}
      <Button className="self-start" icon={isOn ? undefined : <PenLine className="size-4" />} busy={change.isPending} onClick={() => change.mutate(!isOn)}>{isOn ? t('settings.sender.stop') : t('settings.sender.sign')}</Button>
    </>
  );
}

function CheckRow({ check, children }: { check: Check; children?: ReactNode }) {
  const t = useT();
  const { tone, icon: Icon } = looks[check.state];
  const { suggested } = check;
  return (
    <section aria-label={check.kind.toUpperCase()} className="flex w-full min-w-0 flex-col gap-1.5">
      <h3 className="flex items-center gap-2 font-strong">
        {check.kind.toUpperCase()}
        <Chip tone={tone} icon={<Icon aria-hidden className="size-3 shrink-0" />}>{t(`settings.sender.state.${check.state}`)}</Chip>
      </h3>
      {check.reason && <p className="max-w-prose text-muted">{t(`settings.sender.reason.${check.reason}`)}</p>}
      {check.found.map((record) => (
        <p key={record} className="min-w-0 text-small text-muted [overflow-wrap:anywhere]">{t('settings.sender.found')}: <code>{record}</code></p>
      ))}
      {suggested && (
        <div className="flex flex-col items-start gap-1.5 rounded-md bg-sunken px-3 py-2">
          <span className="text-small text-muted [overflow-wrap:anywhere]">{t('settings.sender.suggested', { name: check.name })}</span>
          <code className="[overflow-wrap:anywhere]">{suggested}</code>
          <Button icon={<Copy className="size-4" />} onClick={() => void navigator.clipboard.writeText(suggested).then(() => toastDone(t('settings.sender.copied')))}>{t('settings.sender.copy')}</Button>
        </div>
      )}
      {children}
    </section>
  );
}
