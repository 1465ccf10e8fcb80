import { lazy, useEffect } from 'react';
import { loadLaterTexts, withLaterTexts } from '../../lib/i18n.ts';

/**
 * Parts of the inbox that its list does not need. The list is there first; these follow as soon as it is, so that
 * opening a ticket does not wait for code.
 */

/**
 * With its texts. A ticket that waited for them when it is there would hide the field that somebody already writes in
 * (coming-ticket.tsx), and with it the focus: the next letters would each act as a key.
 */
const pane = () => withLaterTexts(() => import('./ticket/ticket-pane.tsx'));
const context = () => import('./context/context-panel.tsx');
const newTicket = () => import('./new-ticket/new-ticket-dialog.tsx');
const bulkBar = () => import('./list/bulk-bar.tsx');
/** Its words come with the later texts. */
const slaMark = () => withLaterTexts(() => import('../sla/sla-mark.tsx'));
const promiseMark = () => withLaterTexts(() => import('./promises/promise-mark.tsx'));
const tabStrip = () => import('./tabs/tab-strip.tsx');
const savedViews = () => import('./views/saved-views-section.tsx');
const laterHosts = () => withLaterTexts(() => import('./later-hosts.tsx'));
const viewsDrawer = () => import('./views/views-drawer.tsx');

export const TicketPane = lazy(async () => ({ default: (await pane()).TicketPane }));
export const ContextPanel = lazy(async () => ({ default: (await context()).ContextPanel }));
export const NewTicketDialog = lazy(async () => ({ default: (await newTicket()).NewTicketDialog }));
export const BulkBar = lazy(async () => ({ default: (await bulkBar()).BulkBar }));
export const SlaMark = lazy(async () => ({ default: (await slaMark()).SlaMark }));
export const PromiseMark = lazy(async () => ({ default: (await promiseMark()).PromiseMark }));
export const TabStrip = lazy(async () => ({ default: (await tabStrip()).TabStrip }));
export const SavedViewsSection = lazy(async () => ({ default: (await savedViews()).SavedViewsSection }));
export const LaterHosts = lazy(async () => ({ default: (await laterHosts()).LaterHosts }));
export const ViewsDrawer = lazy(async () => ({ default: (await viewsDrawer()).ViewsDrawer }));

/** For the route of a ticket, whose code need not wait for the list's. A failed fetch is tried again when it is shown. */
export function loadTicketParts(): void {
  for (const load of [pane, context]) load().catch(() => undefined);
}

export function useLaterParts(listIsThere: boolean): void {
  useEffect(() => {
    if (!listIsThere) return;
    const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    idle(() => {
      void loadLaterTexts();
      loadTicketParts();
      for (const load of [newTicket, bulkBar, promiseMark]) load().catch(() => undefined);
    });
  }, [listIsThere]);
}
