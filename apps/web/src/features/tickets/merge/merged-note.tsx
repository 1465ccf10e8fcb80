import { Button } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import type { TicketDetail } from '../store/types.ts';
import { useMerge } from './use-merge.ts';

/** Where the case is read now, and the way back. */
export function MergedNote({ ticket, may }: { ticket: TicketDetail; may: boolean }) {
  const t = useT();
  const { unmerge } = useMerge();
  const { merged_into: into } = ticket;
  if (into === null) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-soft bg-accent-soft px-5 py-2 text-accent-text max-desk:px-4">
      <Merge aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">
        {t('tickets.merge.into')}{' '}
        <Link to="/inbox/$view/$number" params={{ view: 'all', number: into }} search={{}} className="font-strong underline underline-offset-2">#{into}</Link>
      </span>
      {may && <Button tone="plain" onClick={() => void unmerge(ticket.number, into)}>{t('tickets.merge.undo')}</Button>}
    </div>
  );
}
