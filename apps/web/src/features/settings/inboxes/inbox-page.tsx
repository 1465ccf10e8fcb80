import { SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { api } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { SettingsPage } from '../parts/page.tsx';
import { InboxHealthSection } from './inbox-health.tsx';
import { MailboxSection } from './mailbox-section.tsx';
import { SenderSection } from './sender-section.tsx';
import { WayOutSection } from './way-out-section.tsx';

const route = getRouteApi('/signed-in/settings/inboxes/$id');

/** How mail reaches one inbox and leaves it. */
export function InboxPage() {
  const t = useT();
  const { id } = route.useParams();
  const inbox = useQuery({ queryKey: ['inboxes', id], queryFn: ({ signal }) => api.get('/api/v1/inboxes/{id}', { path: { id }, signal }), refetchInterval: 10_000 });
  return (
    <SettingsPage
      title={inbox.data?.address ?? t('settings.inboxes.title')}
      lead={t('settings.inboxes.one.lead')}
      needs="settings.manage"
      back={
        <Link to="/settings/inboxes" className="mb-3 inline-flex min-h-target items-center gap-1.5 rounded-sm text-muted hover:text-text">
          <ArrowLeft aria-hidden className="size-4" />
          {t('settings.inboxes.title')}
        </Link>
      }
    >
      {inbox.data && (
        <div key={inbox.data.id}>
          <InboxHealthSection inbox={inbox.data} />
          <MailboxSection inbox={inbox.data} />
          <WayOutSection inbox={inbox.data} />
          <SenderSection inbox={inbox.data} />
        </div>
      )}
      {inbox.isPending && <SkeletonLines />}
      {inbox.error && !inbox.data && <LoadFailed error={inbox.error} retry={() => void inbox.refetch()} />}
    </SettingsPage>
  );
}
