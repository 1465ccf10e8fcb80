import { Button } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { useStore } from '../../../lib/store.ts';
import { showMissingFields } from '../../fields/index.ts';
import { OfBrand } from '../guidelines/of-brand.tsx';
import { setStepDone, stepKeys, ticketStepsOptions, type TicketPlaybook, type TicketStep } from '../steps/step-queries.ts';
import { StepLine } from '../steps/step-line.tsx';
import { useStepWords } from '../steps/step-words.ts';
import { wantedStep } from '../steps/steps-store.ts';
import { openWrapUp } from '../wrap-up/ask-wrap-up.ts';
import type { TicketDetail } from '../store/types.ts';
import { Card } from './card.tsx';
import { unfoldCard } from './folded.ts';

/** About a second */
const mostFrames = 60;

/** What the playbooks that fit the case ask for, and what is done of it. */
export function StepsCard({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const client = useQueryClient();
  const { data } = useQuery(ticketStepsOptions(ticket.number));
  const frame = useRef<HTMLDivElement>(null);
  const steps = data?.items.flatMap((playbook) => playbook.steps) ?? [];
  const hasSteps = steps.length > 0;

  // What else happens on the ticket may do a step, or bring another playbook.
  const facts = [ticket.updated_at, ticket.message_count, ticket.promise_due_at].join();
  const judged = useRef(facts);
  useEffect(() => {
    if (judged.current === facts) return;
    judged.current = facts;
    void client.invalidateQueries({ queryKey: stepKeys.of(ticket.number) });
  }, [client, ticket.number, facts]);

  const wanted = useStore(wantedStep);
  const isWanted = wanted?.ticket === ticket.number;
  useEffect(() => {
    if (!isWanted || !wanted || !hasSteps) return;
    unfoldCard('steps');
    // On a phone the panel has to slide in first: until then nothing in it takes the focus.
    let next = 0;
    const go = (tries: number) => {
      const place = frame.current?.querySelector<HTMLElement>(`[data-step="${wanted.step}"]`);
      const control = place?.querySelector<HTMLElement>('[role=checkbox], button') ?? place;
      control?.focus();
      control?.scrollIntoView({ block: 'nearest' });
      if (control && control === document.activeElement) wantedStep.set(null);
      else if (tries < mostFrames) next = requestAnimationFrame(() => go(tries + 1));
    };
    next = requestAnimationFrame(() => go(0));
    return () => cancelAnimationFrame(next);
  }, [isWanted, wanted, hasSteps]);

  useEffect(() => () => void (wantedStep.get()?.ticket === ticket.number && wantedStep.set(null)), [ticket.number]);

  if (!data || !hasSteps) return null;
  return (
    <Card id="steps" title={t('playbooks.steps')} aside={<span className="tabular">{t('playbooks.progress', { done: steps.filter(({ done }) => done).length, of: steps.length })}</span>}>
      <div ref={frame} className="flex flex-col gap-3">
        {data.items.map((playbook) => <PlaybookSteps key={playbook.id} ticket={ticket} playbook={playbook} />)}
      </div>
    </Card>
  );
}

function PlaybookSteps({ ticket, playbook }: { ticket: TicketDetail; playbook: TicketPlaybook }) {
  const t = useT();
  const words = useStepWords();
  const client = useQueryClient();
  const me = useMe().agent;
  const may = useMay('tickets.write') && ticket.status !== 'closed';
  const way = (label: string, onClick: () => void) => <Button tone="plain" onClick={onClick} className="-ml-3 text-small">{label}</Button>;
  /** To where a step is done that no box is ticked for. */
  function toStep({ by, field, event, done }: TicketStep) {
    if (!may || done) return null;
    if (by === 'field' && field !== null) return way(t('playbooks.fill', { field: words.field(field) }), () => showMissingFields(ticket.number, [field]));
    return event === 'wrap_up' ? way(t('playbooks.writeWrapUp'), () => void openWrapUp(ticket)) : null;
  }
  return (
    <section aria-label={playbook.name} className="min-w-0">
      <h3 className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="min-w-0 font-strong [overflow-wrap:anywhere]">{playbook.name}</span>
        <OfBrand brand={playbook.brand} />
        <span className="text-small font-normal text-faint">{t('playbooks.before', { statuses: words.statuses(playbook.guards) })}</span>
      </h3>
      <ul className="m-0 mt-1.5 flex list-none flex-col gap-2 p-0">
        {playbook.steps.map((step) => (
          <li key={step.id} data-step={step.id} tabIndex={-1} className="min-w-0 rounded-md outline-offset-2 coarse:min-h-11 coarse:content-center">
            <StepLine step={step} aside={toStep(step)} onChange={may ? (done) => setStepDone(client, { number: ticket.number, step: step.id, done, by: me }) : undefined} />
          </li>
        ))}
      </ul>
    </section>
  );
}
