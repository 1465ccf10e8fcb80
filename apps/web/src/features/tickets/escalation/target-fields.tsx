import { Button, SelectField, Skeleton } from '@ombud/ui';
import type { Shape } from '@ombud/sdk';
import { Gavel, UserRoundSearch } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Body } from '../../../lib/api.ts';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useNames, useTeams } from '../store/people.ts';
import type { TicketDetail } from '../store/types.ts';
import { AssigneePicker } from '../ticket/pickers.tsx';
import { PersonChoice } from './person-choice.tsx';
import { reasonsOf } from './reason-words.ts';

type People = Shape<'Experts'>;
const kinds = ['agent', 'tier', 'team', 'lead'] as const;

/** What is chosen, of each kind, so that going back and forth forgets nothing. */
export interface Target {
  kind: (typeof kinds)[number];
  agent: number | null;
  tier: 2 | 3;
  /** Null: the ticket's own, with a tier */
  team: number | null;
  lead: number | null;
}

/** The best of those who know more is chosen already. */
export function startsWith(people: People | undefined): Target {
  return { kind: 'agent', agent: people?.experts[0]?.agent.id ?? null, tier: 2, team: null, lead: null };
}

/** As the API takes it; null while nobody is chosen. */
export function targetOf({ kind, agent, tier, team, lead }: Target): Body<'/api/v1/tickets/{number}/escalations', 'post'>['to'] | null {
  if (kind === 'agent') return agent === null ? null : { agent };
  if (kind === 'tier') return { tier, ...(team !== null && { team }) };
  if (kind === 'team') return team === null ? null : { team };
  return { lead };
}

interface TargetFieldsProps {
  ticket: TicketDetail;
  people: People | undefined;
  value: Target;
  error: string | undefined;
  onChange(value: Target): void;
}

/** To whoever knows more, who gets the ticket; or to a lead, who decides. */
export function TargetFields({ ticket, people, value, error, onChange }: TargetFieldsProps) {
  const t = useT();
  const wrong = useId();
  const set = (patch: Partial<Target>) => onChange({ ...value, ...patch });
  return (
    <div data-wrong={error ? '' : undefined} aria-describedby={error ? wrong : undefined} role="group" aria-label={t('escalations.to')} className="flex flex-col gap-2.5">
      <Pills label={t('escalations.to')} choices={kinds.map((kind) => ({ value: kind, label: t(`escalations.to.${kind}`) }))} value={value.kind} onChange={(kind) => set({ kind })} />
      <p className="m-0 -mt-1 text-small text-muted">{t(`escalations.to.${value.kind}.hint`)}</p>
      {value.kind === 'agent' && <Experts people={people} chosen={value.agent} onChoose={(agent) => set({ agent })} />}
      {value.kind === 'lead' && <Leads people={people} chosen={value.lead} onChoose={(lead) => set({ lead })} />}
      {value.kind === 'tier' && <Pills label={t('people.tier')} choices={([2, 3] as const).map((tier) => ({ value: String(tier), label: t('escalations.card.tier', { tier }) }))} value={String(value.tier)} onChange={(tier) => set({ tier: tier === '3' ? 3 : 2 })} />}
      {(value.kind === 'tier' || value.kind === 'team') && <TeamField ticket={ticket} withOwn={value.kind === 'tier'} chosen={value.team} onChoose={(team) => set({ team })} />}
      {error && <p id={wrong} role="alert" className="m-0 text-small text-red">{error}</p>}
    </div>
  );
}

function Experts({ people, chosen, onChoose }: { people: People | undefined; chosen: number | null; onChoose(agent: number): void }) {
  const t = useT();
  const group = useId();
  const me = useMe().agent;
  const names = useNames();
  if (!people) return <Skeleton className="h-24" />;
  const isOther = chosen !== null && !people.experts.some(({ agent }) => agent.id === chosen);
  return (
    <div className="flex flex-col gap-1.5">
      {people.experts.map((each) => (
        <PersonChoice key={each.agent.id} group={{ type: 'radio', name: group }} name={each.agent.name} reasons={reasonsOf(each, t)} there={each.availability === 'online' && each.at_work} checked={chosen === each.agent.id} onChange={() => onChoose(each.agent.id)} />
      ))}
      {isOther && <PersonChoice group={{ type: 'radio', name: group }} name={names.agent(chosen)} reasons="" there={false} checked onChange={() => undefined} />}
      {people.experts.length === 0 && !isOther && <p className="m-0 text-muted">{t('escalations.who.none')}</p>}
      <AssigneePicker value={chosen} onChange={(agent) => agent !== null && agent !== me.id && onChoose(agent)} trigger={<Button tone="plain" icon={<UserRoundSearch aria-hidden className="size-4" />} className="self-start">{t('escalations.who.other')}</Button>} />
    </div>
  );
}

function Leads({ people, chosen, onChoose }: { people: People | undefined; chosen: number | null; onChoose(lead: number | null): void }) {
  const t = useT();
  const group = useId();
  if (!people) return <Skeleton className="h-24" />;
  return (
    <div className="flex flex-col gap-1.5">
      <PersonChoice group={{ type: 'radio', name: group }} name={t('escalations.lead.any')} icon={<Gavel aria-hidden className="size-5 text-faint" />} reasons={t('escalations.lead.any.hint')} there={false} checked={chosen === null} onChange={() => onChoose(null)} />
      {people.leads.map((each) => (
        <PersonChoice key={each.agent.id} group={{ type: 'radio', name: group }} name={each.agent.name} reasons={reasonsOf(each, t)} there={each.availability === 'online' && each.at_work} checked={chosen === each.agent.id} onChange={() => onChoose(each.agent.id)} />
      ))}
    </div>
  );
}

/** `withOwn`: it may stay in the team that it is in. */
function TeamField({ ticket, withOwn, chosen, onChoose }: { ticket: TicketDetail; withOwn: boolean; chosen: number | null; onChoose(team: number | null): void }) {
  const t = useT();
  const serving = useMe().brands.find(({ id }) => id === ticket.brand.id)?.teams;
  const own = withOwn ? [{ value: 'own', label: ticket.team?.name ?? t('escalations.ask.noTeam') }] : [];
  const choices = [...own, ...useTeams().filter(({ id }) => id !== ticket.team?.id && (serving?.includes(id) ?? true)).map(({ id, name }) => ({ value: String(id), label: name }))];
  return <SelectField<string> label={t(withOwn ? 'escalations.inTeam' : 'tickets.field.team')} value={chosen === null ? (withOwn ? 'own' : null) : String(chosen)} choices={choices} onChange={(team) => onChoose(team === 'own' ? null : Number(team))} />;
}

function Pills<Value extends string>({ label, choices, value, onChange }: { label: ReactNode; choices: readonly { value: Value; label: string }[]; value: Value; onChange(value: Value): void }) {
  const name = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 font-strong">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <label key={choice.value} className="inline-flex min-h-control cursor-pointer items-center rounded-md border border-line px-2.5 hover:bg-hover has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus coarse:min-h-11">
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} className="sr-only" />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
