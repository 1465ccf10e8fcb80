import { useFormats, useT } from '../../../lib/i18n.ts';
import type { Grouping, Ticket } from '../store/types.ts';
import { channelWord, kindWord, priorityWord, statusWord } from '../store/words.ts';
import type { Group } from './grouping.ts';

/** Above the first row of a group. `more`: rows that are not loaded yet may belong to it too. */
export function GroupHead({ group: { key, name }, by, count, more, height }: { group: Group; by: Grouping; count: number; more: boolean; height: number }) {
  const t = useT();
  const formats = useFormats();
  const words = { status: statusWord, priority: priorityWord, channel: channelWord, kind: kindWord };
  const word = by in words && key !== null ? t(words[by as keyof typeof words](key as never as Ticket['status'] & Ticket['priority'] & Ticket['channel'] & Ticket['kind'])) : null; // the key is of the list that `by` names
  return (
    <h2 style={{ height }} className="flex shrink-0 items-end gap-2 border-b border-line-soft bg-bg px-3.5 pb-1.5 text-small text-muted">
      <span className="min-w-0 truncate font-strong">{word ?? name ?? t(by === 'team' ? 'tickets.assign.noTeam' : 'tickets.assign.nobody')}</span>
      <span className="tabular text-faint">{formats.number(count)}{more ? '+' : ''}</span>
    </h2>
  );
}
