import { SkeletonLines } from '@ombud/ui';
import { flushSync } from 'react-dom';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMay } from '../../../lib/session.ts';
import { StandIn } from '../composer/stand-in.tsx';
import type { MessageKind } from '../store/types.ts';

/** What somebody began to write before the ticket was there. */
export interface Ahead {
  place: MessageKind;
  html: string;
}

/** While the ticket is on its way. Who opens one and presses r at once has begun to write, and gets to keep it. */
export function ComingTicket({ number, ahead, onAhead }: { number: number; ahead: Ahead | null; onAhead(ahead: Ahead): void }) {
  const t = useT();
  const may = useMay('tickets.write');
  const write = (place: MessageKind) => flushSync(() => onAhead({ place, html: ahead?.html ?? '' }));
  useCommands([
    { id: 'ticket.reply', label: 'tickets.action.reply', group: 'ticket', keys: ['r'], keysOnly: true, enabled: may, run: () => write('public') },
    { id: 'ticket.note', label: 'tickets.action.note', group: 'ticket', keys: ['n'], keysOnly: true, enabled: may, run: () => write('note') },
  ], number);
  return (
    <>
      <SkeletonLines count={5} className="p-6" />
      {ahead && (
        <div className="mt-auto">
          <StandIn html="" label={t(ahead.place === 'note' ? 'composer.noteLabel' : 'composer.replyLabel')} placeholder="" autoFocus focusWish={1} onChange={(html) => onAhead({ ...ahead, html })} />
        </div>
      )}
    </>
  );
}
