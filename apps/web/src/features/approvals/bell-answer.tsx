import { useQuery } from '@tanstack/react-query';
import { AnswerButtons } from './answer-buttons.tsx';
import { approvalOptions, toAnswerOptions, type Approval } from './approval-queries.ts';
import { Excerpt } from './excerpt.tsx';
import { FilesNamed } from './held-message.tsx';
import { useChangeLines } from './use-change-words.ts';

/** In the row of a notification: what it asks for is answered there, and nothing before it is shown what that is. */
export function BellAnswer({ id, onAnswered }: { id: number; onAnswered(): void }) {
  const waiting = useQuery(toAnswerOptions); // one request for all rows; only what is not among the longest waiting is read by itself
  const listed = waiting.data?.items.find((each) => each.id === id);
  const alone = useQuery({ ...approvalOptions(id), enabled: !waiting.isPending && !waiting.isFetching && !listed });
  const approval = listed ?? alone.data;
  if (!approval?.may_answer) return null;
  return (
    <div className="flex flex-col gap-1.5 pr-3 pb-2.5 pl-7">
      <span className="text-small [overflow-wrap:anywhere]"><Lines approval={approval} /> · {approval.rule.name}</span>
      {approval.message && <><Excerpt text={approval.message.text} /><span className="text-small text-muted"><FilesNamed message={approval.message} /></span></>}
      <AnswerButtons approval={approval} onAnswered={onAnswered} />
    </div>
  );
}

function Lines({ approval }: { approval: Approval }) {
  return <span className="font-strong">{useChangeLines(approval.change, approval.ticket.number).join(' · ')}</span>;
}
