import { Chip } from '@ombud/ui';
import { Handshake, TriangleAlert } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useTimeLeft } from './time-left.tsx';

/** At the head of a ticket: how long there still is for its soonest promise. */
export function PromiseChip({ due: dueAt }: { due: string }) {
  const t = useT();
  const formats = useFormats();
  const { text, urgency, due, counts } = useTimeLeft(dueAt);
  const isOver = urgency === 'over';
  const words = t(isOver ? 'commitments.mark.over' : 'commitments.mark.due', { when: formats.dateTime(due) });
  return (
    <Chip tone={isOver ? 'red' : urgency === 'soon' ? 'amber' : 'neutral'} title={words} icon={isOver ? <TriangleAlert aria-hidden className="size-3 shrink-0" /> : <Handshake aria-hidden className="size-3 shrink-0" />}>
      <span className="sr-only">{words}</span>
      <span aria-hidden className="tabular">{counts ? t(isOver ? 'commitments.over' : 'commitments.left', { time: text }) : text}</span>
    </Chip>
  );
}
