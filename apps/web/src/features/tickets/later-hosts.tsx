import { ApprovalAskHost } from '../approvals/ask-host.tsx';
import { WrapUpHost } from './wrap-up/wrap-up-sheet.tsx';

/** Questions that a change of a ticket may bring: how it ended, and whether somebody else approves. */
export function LaterHosts() {
  return (
    <>
      <WrapUpHost />
      <ApprovalAskHost />
    </>
  );
}
