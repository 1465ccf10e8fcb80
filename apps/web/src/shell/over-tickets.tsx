import { ApprovalAskHost } from '../features/approvals/ask-host.tsx';
import { BulkProgress } from '../features/tickets/bulk/bulk-progress.tsx';
import { GuidelineAskHost } from '../features/tickets/guidelines/ask-dialog.tsx';
import { PromiseOffer } from '../features/tickets/promises/promise-offer.tsx';
import { RefusedHost } from '../features/tickets/steps/refused-dialog.tsx';
import { WrapUpHost } from '../features/tickets/wrap-up/wrap-up-sheet.tsx';

/**
 * Whatever is asked or told of a ticket when it may have been left already, so on every screen. Each shows what stands in
 * a store of its own and nothing else: what is asked before this code is there waits in the store.
 */
const hosts = [GuidelineAskHost, WrapUpHost, RefusedHost, ApprovalAskHost, PromiseOffer, BulkProgress];

export function OverTickets() {
  return hosts.map((Host, at) => <Host key={at} />);
}
