import { Button, Chip } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Hourglass, Pencil, Route } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useMay } from '../../lib/session.ts';
import { Card } from '../tickets/context/card.tsx';
import type { TicketDetail } from '../tickets/store/types.ts';
import { ticketRoutingOptions, type RoutingReasons, type TicketRouting } from './routing-queries.ts';
import { TicketSkillsDialog } from './ticket-skills-dialog.tsx';

/** Which skills a ticket needs, and why it went to whom it did; of a team that hands nothing out, nothing. */
export function RoutingCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const may = useMay('tickets.write');
  const [editing, setEditing] = useState(false);
  const { data } = useQuery({ ...ticketRoutingOptions(ticket.number), enabled: ticket.team !== null });
  if (!data || (data.mode === 'pull' && data.decisions.length === 0 && data.offers.length === 0 && !data.needs.some(({ source }) => source === 'agent'))) return null;
  const needs = data.needs.filter(({ need }) => need !== 'none');
  return (
    <Card id="routing" title={t('routing.card')}>
      <p className="text-small text-faint">{t('routing.skills')}</p>
      {needs.length === 0 && <p className="py-0.5 text-muted">{t('routing.skills.none')}</p>}
      <ul aria-label={t('routing.skills')} className="m-0 flex list-none flex-col p-0">
        {needs.map(({ skill, need, level, source }) => (
          <li key={skill.id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5 py-0.5">
            <span className="font-strong [overflow-wrap:anywhere]">{skill.name}</span>
            <span className="text-small text-muted">{t('routing.level', { level })}</span>
            <Chip>{t(`routing.need.${need}`)}</Chip>
            {source !== 'agent' && <span className="text-small text-faint">{t(`routing.source.${source}`)}</span>}
          </li>
        ))}
      </ul>
      {may && <Button tone="plain" icon={<Pencil className="size-3.5" />} onClick={() => setEditing(true)} className="-ml-3 text-small">{t('routing.skills.edit')}</Button>}
      <Why routing={data} />
      <Offered offers={data.offers} />
      {editing && <TicketSkillsDialog number={ticket.number} needs={data.needs} onClose={() => setEditing(false)} />}
    </Card>
  );
}

/** To whom it was offered, and what came of it, the newest first. */
function Offered({ offers }: Pick<TicketRouting, 'offers'>) {
  const t = useT();
  const formats = useFormats();
  if (offers.length === 0) return null;
  return (
    <div className="mt-1.5">
      <p className="text-small text-faint">{t('routing.offers')}</p>
      <ul aria-label={t('routing.offers')} className="m-0 flex list-none flex-col p-0 text-small">
        {offers.map(({ id, at, agent, state, round, note }) => (
          <li key={id} className="py-0.5">
            <span className="flex justify-between gap-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">{agent.name}</span>
              <span className={`shrink-0 ${state === 'open' ? 'font-strong' : 'text-muted'}`}>{t(`routing.offer.${state}`)}</span>
            </span>
            <span className="text-faint [overflow-wrap:anywhere]">{[formats.time(new Date(at)), ...(round > 1 ? [t('routing.offer.round', { round })] : []), ...(note ? [`“${note}”`] : [])].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of one that waits, why nobody has it; else the last decision. */
function Why({ routing: { waiting, decisions } }: { routing: TicketRouting }) {
  const t = useT();
  const formats = useFormats();
  const words = useWhyWords();
  const [last] = decisions;
  if (waiting)
    return (
      <div className="mt-1.5">
        <p className="flex items-center gap-1.5 font-strong"><Hourglass aria-hidden className="size-4 shrink-0 text-faint" />{t('routing.waiting', { time: formats.duration(waiting.waited_seconds) })}</p>
        <p className="text-muted">{t(waiting.why === null ? 'routing.waiting.nobody' : 'routing.waiting.soon')}</p>
        {waiting.why === null && <Refused label={t('routing.nobody')} reasons={waiting} />}
      </div>
    );
  if (!last) return null;
  return (
    <div className="mt-1.5">
      {last.agent && <p className="flex items-center gap-1.5 font-strong"><Route aria-hidden className="size-4 shrink-0 text-faint" /><span className="min-w-0 [overflow-wrap:anywhere]">{t('routing.why', { name: last.agent.name })}</span></p>}
      <p className="[overflow-wrap:anywhere] text-muted">{words(last)}{last.reasons.relaxed && ` ${t('routing.relaxed')}`}{last.agent && ` ${t('routing.eligible', { count: last.reasons.eligible })}`}</p>
      <p className="text-small text-faint">{formats.dateTime(new Date(last.at))}</p>
      <Refused label={t('routing.others')} reasons={last.reasons} />
    </div>
  );
}

function useWhyWords() {
  const t = useT();
  const formats = useFormats();
  return ({ agent, team, overflow_team, reasons: { why, chosen, waited_seconds } }: TicketRouting['decisions'][number]): string => {
    if (why === 'overflow') return t('routing.why.overflow', { team: team.name, to: overflow_team?.name ?? '', time: formats.duration(waited_seconds) });
    return why === null ? '' : t(`routing.why.${why}`, { name: agent?.name ?? '', open: chosen?.open ?? 0, time: formats.duration(chosen?.idle_seconds ?? 0) });
  };
}

/** Behind a word: who else could have got it, and who could not, with the reason. */
function Refused({ label, reasons: { others, refused, not } }: { label: string; reasons: RoutingReasons }) {
  const t = useT();
  const formats = useFormats();
  if (others.length + refused.length === 0) return null;
  return (
    <details className="group text-small">
      <summary className="-ml-1 flex min-h-6 cursor-pointer items-center gap-1 rounded-sm text-muted hover:text-text coarse:min-h-11"><ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint transition-transform duration-[var(--quick)] group-open:rotate-90" />{label}</summary>
      <dl className="m-0 flex flex-col gap-1 pb-1">
        {others.map(({ agent, open }) => (
          <div key={agent.id} className="flex justify-between gap-2">
            <dt className="min-w-0 [overflow-wrap:anywhere]">{agent.name}</dt>
            <dd className="m-0 shrink-0 text-faint">{t('routing.other', { open })}</dd>
          </div>
        ))}
        {refused.map(({ why, count }) => {
          const named = not.filter((each) => each.why === why);
          return (
            <div key={why}>
              <dt className="text-faint">{t(`routing.not.${why}`)}</dt>
              <dd className="m-0 [overflow-wrap:anywhere]">
                {formats.list([
                  ...named.map(({ agent, skill, level, open, most }) => (skill && level !== null ? `${agent.name} (${t('routing.lacks', { skill: skill.name, level })})` : open !== null && most !== null ? `${agent.name} (${t('routing.limit', { open, most })})` : agent.name)),
                  ...(count > named.length ? [t('routing.more', { count: count - named.length })] : []),
                ])}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
