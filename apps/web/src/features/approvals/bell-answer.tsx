import { AnswerButtons } from './answer-buttons.tsx';

/** In the row of a notification: what it asks for is answered there. */
export function BellAnswer({ id, who, line, onAnswered }: { id: number; who: string; line: string; onAnswered(): void }) {
  return <div className="pr-3 pb-2.5 pl-7"><AnswerButtons approval={{ id, rule: { name: line }, requester: { name: who } }} onAnswered={onAnswered} /></div>;
}
