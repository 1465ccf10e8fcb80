import { cx } from '@ombud/ui';
import { Handshake, TriangleAlert } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { urgencyColor, useTimeLeft } from './time-left.tsx';

/** In a list's row: when the soonest promise is due, ticking; another shape and a minus once it is over. */
export function PromiseMark({ due: dueAt }: { due: string }) {
  const t = useT();
  const formats = useFormats();
  const { text, urgency, due } = useTimeLeft(dueAt);
  const words = t(urgency === 'over' ? 'commitments.mark.over' : 'commitments.mark.due', { when: formats.dateTime(due) });
  const Icon = urgency === 'over' ? TriangleAlert : Handshake;
  return (
    <span role="img" aria-label={words} title={words} className={cx('flex shrink-0 items-center gap-1', urgencyColor[urgency])}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden className="tabular">{urgency === 'over' && '−'}{text}</span>
    </span>
  );
}
