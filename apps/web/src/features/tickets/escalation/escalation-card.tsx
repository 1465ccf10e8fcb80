import { CountBadge } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { ArrowUpFromLine, MessageCircleQuestionMark, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { Card } from '../context/card.tsx';
import type { TicketDetail } from '../store/types.ts';
import { escalationsOptions, swarmsOptions } from './escalation-queries.ts';
import { escalationRoom, isWorkedOn } from './escalation-store.ts';
import { OpenEscalation, OverEscalation } from './escalation-item.tsx';
import { ClosedSwarm, OpenSwarm } from './swarm-item.tsx';

/** Who has the ticket now and why, and who was asked along; what is over stands behind a word. */
export function EscalationCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const [all, setAll] = useState(false);
  const made = useQuery(escalationsOptions(ticket.number)).data ?? [];
  const swarms = useQuery(swarmsOptions(ticket.number)).data ?? [];
  const open = made.filter(({ state }) => state === 'open');
  const over = made.filter(({ state }) => state !== 'open');
  const asked = swarms.filter((swarm) => swarm.open);
  const closed = swarms.filter((swarm) => !swarm.open);
  const count = open.length + asked.length;
  const earlier = over.length + closed.length;
  const canEscalate = may && isWorkedOn(ticket);
  const canAsk = may && ticket.status !== 'closed';
  if (count + earlier === 0 && !canAsk) return null;
  return (
    <Card id="escalation" title={t('escalations.title')} aside={count > 0 && <CountBadge count={count} />}>
      {count + (all ? earlier : 0) > 0 && (
        <ul aria-label={t('escalations.title')} className="m-0 flex list-none flex-col gap-2 p-0 pb-1.5">
          {open.map((each) => <OpenEscalation key={each.id} escalation={each} may={canEscalate} />)}
          {asked.map((each) => <OpenSwarm key={each.id} swarm={each} may={canAsk} />)}
          {all && over.map((each) => <OverEscalation key={each.id} escalation={each} />)}
          {all && closed.map((each) => <ClosedSwarm key={each.id} swarm={each} may={canAsk} />)}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="flex min-w-0 flex-col">
          {canEscalate && <Begin icon={ArrowUpFromLine} label={t('escalations.escalate')} onClick={() => escalationRoom.set({ ticket: ticket.number, kind: 'escalate' })} />}
          {canAsk && <Begin icon={MessageCircleQuestionMark} label={t('escalations.ask')} onClick={() => escalationRoom.set({ ticket: ticket.number, kind: 'ask' })} />}
        </span>
        {earlier > 0 && <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="ml-auto min-h-6 self-end rounded-sm text-small text-muted hover:text-text coarse:min-h-11">{t('escalations.card.earlier', { count: earlier })}</button>}
      </div>
    </Card>
  );
}

function Begin({ icon: Icon, label, onClick }: { icon: LucideIcon; label: string; onClick(): void }) {
  return (
    <button type="button" onClick={onClick} className="-ml-1 flex h-control min-w-0 items-center gap-1.5 rounded-md pr-2 pl-0.5 text-faint hover:bg-pressed hover:text-text coarse:h-11">
      <Icon aria-hidden className="size-4 shrink-0" /><span className="truncate">{label}</span>
    </button>
  );
}
