import { RelativeTime } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, ListTodo } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { Card } from '../tickets/context/card.tsx';
import type { TicketDetail } from '../tickets/store/types.ts';
import { ticketSurveys, type Survey } from './satisfaction-queries.ts';
import { ScoreMark, scoreWord } from './score-mark.tsx';

/** What the customer said of how the case was handled, or whether they will be asked. */
export function SatisfactionCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  // Nobody is asked about what nobody has begun to solve.
  const { data } = useQuery({ ...ticketSurveys(ticket.number), enabled: ticket.status !== 'new' });
  const shown = data?.items.filter(({ dropped_for: reason }) => reason !== 'off') ?? [];
  if (shown.length === 0) return null;
  return (
    <Card id="satisfaction" title={t('satisfaction.card')}>
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {shown.map((survey) => <li key={survey.id}><Standing survey={survey} /></li>)}
      </ul>
    </Card>
  );
}

function Standing({ survey }: { survey: Survey }) {
  const t = useT();
  const formats = useFormats();
  const { score, answered_at: answered, asked_at: asked, asks_at: asks, dropped_for: reason } = survey;
  if (score === null || !answered) {
    const when = (at: string) => formats.dateTime(new Date(at));
    return <p className="text-muted">{asked ? t('satisfaction.asked', { when: when(asked) }) : asks ? t('satisfaction.asks', { when: when(asks) }) : reason && t('satisfaction.notAsked', { reason: t(`satisfaction.dropped.${reason}`) })}</p>;
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ScoreMark score={score} low={survey.low} />
        <span>{t(scoreWord(score))}</span>
        <span className="text-small text-faint"><RelativeTime at={answered} /></span>
      </p>
      {survey.words && <p className="mt-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]">{survey.words}</p>}
      {survey.changed_at && <p className="mt-1 text-small text-faint">{t('satisfaction.changed', { when: formats.dateTime(new Date(survey.changed_at)) })}</p>}
      <FollowUp survey={survey} />
    </>
  );
}

/** Of a low score: who is to get in touch, or that it is done. */
export function FollowUp({ survey: { follow_up: followUp } }: { survey: Pick<Survey, 'follow_up'> }) {
  const t = useT();
  if (!followUp) return null;
  const Icon = followUp.done ? CircleCheck : ListTodo;
  return (
    <p className="mt-1 flex items-center gap-1.5 text-small text-muted">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {followUp.done ? t('satisfaction.followUp.done') : followUp.assignee ? t('satisfaction.followUp.openOf', { name: followUp.assignee.name }) : t('satisfaction.followUp.open')}
    </p>
  );
}
