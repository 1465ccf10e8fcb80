import { useT } from '../../lib/i18n.ts';
import { useTitle } from '../../lib/title.ts';
import { NotificationsPanel } from './notifications-panel.tsx';

/** Where the phone's bar and a push of many lead. */
export function NotificationsPage() {
  useTitle(useT()('notifications.title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col bg-pane">
      <div className="mx-auto flex min-h-0 w-full max-w-2xl flex-1 flex-col">
        <NotificationsPanel heading="h1" onLeave={() => undefined} />
      </div>
    </main>
  );
}
