import { cx } from '@ombud/ui';
import { useFormats, useT } from '../../lib/i18n.ts';
import { nextDue, type Feedback } from './feedback-queries.ts';

/** What is to be done next and by when, or what came of it. */
export function DueWords({ item }: { item: Feedback }) {
  const t = useT();
  const formats = useFormats();
  const due = nextDue(item);
  if (item.outcome) return <span>{t(`staff-feedback.outcome.${item.outcome}`)}</span>;
  if (!due) return null;
  return <span className={cx(due.isOver && 'font-strong text-red')}>{t(due.isOver ? `staff-feedback.late.${due.what}` : `staff-feedback.by.${due.what}`, { date: formats.dateTime(due.by) })}</span>;
}
