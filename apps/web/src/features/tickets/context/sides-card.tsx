import { IconButton, RelativeTime } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, Forward, MessagesSquare, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { sideKeys, sidesOptions } from '../side/side-queries.ts';
import { sideRoom } from '../side/side-room.ts';
import { useSideNews } from '../side/use-side-news.ts';
import type { SideConversation, TicketDetail } from '../store/types.ts';
import { Card } from './card.tsx';

/** Who else was asked or sent something, apart from the customer. */
export function SidesCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const client = useQueryClient();
  const { data: sides } = useQuery(sidesOptions(ticket.number));
  const news = useSideNews(ticket.number, null);
  useEffect(() => {
    void client.invalidateQueries({ queryKey: sideKeys.list(ticket.number) });
  }, [client, ticket.number, news]);
  if (!may && !sides?.length) return null;
  return (
    <Card
      id="sides"
      title={t('sending.side.card')}
      aside={may && <IconButton label={t('sending.side.ask')} icon={<Plus />} onClick={() => sideRoom.set({ ticket: ticket.number, kind: 'question' })} className="-mr-1.5 size-6" />}
    >
      {sides?.length === 0 && <p className="m-0 text-faint">{t('sending.side.none')}</p>}
      <ul className="-mx-2 flex flex-col">
        {sides?.map((side) => <SideRow key={side.id} side={side} number={ticket.number} />)}
      </ul>
    </Card>
  );
}

function SideRow({ side, number }: { side: SideConversation; number: number }) {
  const t = useT();
  const who = side.people.filter(({ role }) => role === 'to').map(({ name, address }) => name || address).join(', ');
  const Icon = side.done ? CheckCheck : side.kind === 'forward' ? Forward : MessagesSquare;
  const state = side.done ? 'sending.side.isDone' : side.last_direction === 'in' ? 'sending.side.isAnswered' : 'sending.side.isWaiting';
  return (
    <li>
      <button type="button" onClick={() => sideRoom.set({ ticket: number, kind: 'conversation', id: side.id })} className="flex w-full gap-2 rounded-md px-2 py-1.5 text-left hover:bg-pressed">
        <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="flex gap-2">
            <span className="min-w-0 flex-1 truncate">{who}</span>
            <RelativeTime at={side.last_message_at} className="shrink-0 text-small text-faint" />
          </span>
          <span className="block truncate text-small text-muted">{side.subject}</span>
          <span className="block truncate text-small text-faint"><b className={side.done ? 'font-regular' : 'text-muted'}>{t(state)}</b> · {side.last_line}</span>
        </span>
      </button>
    </li>
  );
}
