import { Checkbox, cx, RelativeTime } from '@ombud/ui';
import { CircleCheck, CircleDashed, Square, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { TicketStep } from './step-queries.ts';
import { useStepWords } from './step-words.ts';

type Shown = Pick<TicketStep, 'text' | 'by' | 'field' | 'options' | 'event' | 'done' | 'done_by' | 'done_at'>;

/** One step: a box where a person does it, otherwise a mark. Who only reads gets marks. */
export function StepLine({ step, onChange, aside }: { step: Shown; onChange?(done: boolean): void; aside?: ReactNode }) {
  const t = useT();
  const words = useStepWords();
  const text = <span className={cx('min-w-0 [overflow-wrap:anywhere]', step.done && 'text-muted')}>{step.text}</span>;
  const who = step.done && step.done_by && step.done_at ? <>{step.done_by.name} · <RelativeTime at={step.done_at} /></> : null;
  if (step.by === 'person' && onChange) return <Checkbox label={text} hint={who} checked={step.done} onCheckedChange={onChange} />;
  const [Done, Missing] = step.by === 'person' ? [SquareCheck, Square] : [CircleCheck, CircleDashed];
  const Mark = step.done ? Done : Missing;
  const hint = who ?? words.doneWhen(step);
  return (
    <span className="flex items-start gap-2">
      <Mark aria-hidden className={cx('mt-0.5 size-4 shrink-0', step.done ? 'text-green' : 'text-faint')} />
      <span className="min-w-0 flex-1">
        {text}
        <span className="sr-only">, {t(step.done ? 'playbooks.isDone' : 'playbooks.isMissing')}</span>
        {hint && <span className="block text-small text-faint">{hint}</span>}
        {aside}
      </span>
    </span>
  );
}
