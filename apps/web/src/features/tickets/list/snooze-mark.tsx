import { AlarmClock } from 'lucide-react';
import { useFormats, useT } from '../../../lib/i18n.ts';

/** In a list's row: until when it is snoozed. */
export function SnoozeMark({ until }: { until: string | null }) {
  const t = useT();
  const formats = useFormats();
  if (until === null) return null;
  const at = until === 'reply' ? null : new Date(until);
  const words = at ? t('tickets.row.snoozed', { time: formats.dateTime(at) }) : t('tickets.row.snoozedReply');
  return (
    <span role="img" aria-label={words} title={words} className="flex shrink-0 items-center gap-1 text-violet">
      <AlarmClock aria-hidden className="size-3.5" />
      {at && <span aria-hidden className="tabular">{formats.shortDate(at)}</span>}
    </span>
  );
}
