import { RelativeTime, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { Section } from '../parts/page.tsx';
import type { Inbox, InboxHealth } from '../types.ts';
import { MailboxState } from './mailbox-state.tsx';

export function InboxHealthSection({ inbox }: { inbox: Inbox }) {
  const t = useT();
  const health = useQuery({ queryKey: ['inboxes', inbox.id, 'health'], queryFn: ({ signal }) => api.get('/api/v1/inboxes/{id}/health', { path: { id: inbox.id }, signal }), refetchInterval: 10_000 });
  return (
    <Section title={t('settings.inboxes.health')}>
      {health.isPending && <SkeletonLines />}
      {health.error && !health.data && <LoadFailed error={health.error} retry={() => void health.refetch()} />}
      {health.data && <Facts inbox={inbox} health={health.data} />}
    </Section>
  );
}

function Facts({ inbox, health }: { inbox: Inbox; health: InboxHealth }) {
  const t = useT();
  return (
    <dl className="grid max-w-lg grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      <Fact term={t('settings.inboxes.health.lastMail')}>{health.last_message_at ? <RelativeTime at={health.last_message_at} /> : t('settings.inboxes.health.noMail')}</Fact>
      <Fact term={t('settings.mailbox.title')}>{inbox.mailbox ? <MailboxState state={inbox.mailbox.state} /> : t('settings.mailbox.state.noneYet')}</Fact>
      <Fact term={t('settings.inboxes.health.way')}>
        {t(`settings.inboxes.health.way.${health.way}`)}
        {health.held && <span className="block text-small text-amber">{t('settings.inboxes.health.held')}</span>}
      </Fact>
      <Fact term={t('settings.inboxes.health.outbox')}>
        <Outbox health={health} />
      </Fact>
    </dl>
  );
}

function Outbox({ health }: { health: InboxHealth }) {
  const t = useT();
  if (health.waiting + health.failed === 0) return <>{t('settings.inboxes.health.nothingWaits')}</>;
  return (
    <div className="flex flex-col gap-0.5">
      {health.waiting > 0 && (
        <span>
          {t('settings.inboxes.health.waiting', { count: health.waiting })}
          {health.oldest_waiting_at && <span className="text-muted"> · {t('settings.mailbox.since')} <RelativeTime at={health.oldest_waiting_at} /></span>}
        </span>
      )}
      {health.failed > 0 && <span className="text-red">{t('settings.inboxes.health.failed', { count: health.failed })}</span>}
      {health.waiting > 0 && health.next_attempt_at && !health.held && health.way !== 'none' && <span className="text-small text-muted">{t('settings.inboxes.health.nextAttempt')} <RelativeTime at={health.next_attempt_at} /></span>}
      {health.last_error && <span className="text-small text-muted [overflow-wrap:anywhere]">{t('settings.inboxes.health.lastError')}: {health.last_error}</span>}
      <Link to="/outbox" search={{}} className="w-fit rounded-sm py-1 text-accent-text hover:underline">{t('settings.inboxes.health.toOutbox')}</Link>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
