import { useFormats } from '../../../lib/i18n.ts';

/** Above the first row of a group. `more`: rows that are not loaded yet may belong to it too. */
export function GroupHead({ name, count, more, height }: { name: string; count: number; more: boolean; height: number }) {
  const formats = useFormats();
  return (
    <h2 style={{ height }} className="flex shrink-0 items-end gap-2 border-b border-line-soft bg-bg px-3.5 pb-1.5 text-small text-muted">
      <span className="min-w-0 truncate font-strong">{name}</span>
      <span className="tabular text-faint">{formats.number(count)}{more ? '+' : ''}</span>
    </h2>
  );
}
