import { useFieldWords, type Field } from '../../fields/index.ts';
import type { Ticket } from '../store/types.ts';

/** A line of a row for the fields that the agent has chosen; empty ones are left out, the line stays. */
export function RowColumns({ ticket, columns }: { ticket: Ticket; columns: readonly Field[] }) {
  const words = useFieldWords();
  const shown = columns.flatMap((field) => {
    const value = ticket.fields?.[field.key];
    if (value === undefined || (field.brand && field.brand.id !== ticket.brand.id)) return [];
    return [{ key: field.key, label: words.label(field), text: field.type === 'checkbox' ? words.label(field) : words.value(field, value) }];
  });
  return (
    <span className="flex h-5 min-w-0 items-center gap-1.5 text-small text-muted">
      {shown.map(({ key, label, text }, at) => (
        <span key={key} title={`${label}: ${text}`} className="min-w-0 truncate">
          {at > 0 && <span aria-hidden className="pr-1.5 text-faint">·</span>}
          <span className="sr-only">{label}: </span>
          {text}
        </span>
      ))}
    </span>
  );
}
