import { useStore } from '../../lib/store.ts';
import { ApprovalAskHost } from '../approvals/ask-host.tsx';
import { GuidelineAskHost } from './guidelines/ask-dialog.tsx';
import { RefusedDialog } from './steps/refused-dialog.tsx';
import { refusedStatus } from './steps/steps-store.ts';
import { ViewEditorHost } from './views/view-editor.tsx';
import { WrapUpHost } from './wrap-up/wrap-up-sheet.tsx';

/** Questions that a change of a ticket may bring: guidelines, how it ended, what is missing, and whether somebody else approves. */
export function LaterHosts() {
  const refused = useStore(refusedStatus);
  return (
    <>
      <ViewEditorHost />
      <GuidelineAskHost />
      <WrapUpHost />
      {refused && <RefusedDialog key={refused.ticket} refused={refused} />}
      <ApprovalAskHost />
    </>
  );
}
