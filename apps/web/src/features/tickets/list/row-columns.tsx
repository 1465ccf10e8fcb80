import { useFormats, useT } from '../../../lib/i18n.ts';
import { useFieldWords } from '../../fields/index.ts';
import type { Ticket } from '../store/types.ts';
import { useLanguageName } from '../store/use-language-name.ts';
import { ownColumnLabel, ownColumnText, type RowColumn } from './own-columns.ts';

/** A line of a row for what the agent has chosen; empty ones are left out, the line stays. */
export function RowColumns({ ticket, columns }: { ticket: Ticket; columns: readonly RowColumn[] }) {
  const t = useT();
  const formats = useFormats();
  const words = useFieldWords();
  const languageName = useLanguageName();
  const shown = columns.flatMap((column) => {
    if (typeof column === 'string') {
      const text = ownColumnText(ticket, column, { t, formats, languageName });
      return text === '' ? [] : [{ key: column as string, label: ownColumnLabel(t, column), text }];
    }
    const value = ticket.fields?.[column.key];
    if (value === undefined || (column.brand && column.brand.id !== ticket.brand.id)) return [];
    return [{ key: column.key, label: words.label(column), text: column.type === 'checkbox' ? words.label(column) : words.value(column, value) }];
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
