import { Button, SelectField, Skeleton, TextArea } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserRoundSearch } from 'lucide-react';
import { useId } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { useNames, useTeams } from '../store/people.ts';
import type { TicketDetail } from '../store/types.ts';
import { AssigneePicker } from '../ticket/pickers.tsx';
import { expertsOptions, refreshEscalations } from './escalation-queries.ts';
import { PersonChoice } from './person-choice.tsx';
import { reasonsOf } from './reason-words.ts';

/** Colleagues, or a team, are asked; the ticket stays where it is. */
export function AskAlongDialog({ ticket, onClose }: { ticket: TicketDetail; onClose(): void }) {
  const t = useT();
  const wrong = useId();
  const client = useQueryClient();
  const me = useMe().agent;
  const names = useNames();
  const people = useQuery(expertsOptions(ticket.number)).data;
  const teams = useTeams();
  const form = useEditForm({
    initial: { people: [] as number[], team: null as number | null, question: '' },
    validate: (given) => ({ people: given.people.length === 0 && given.team === null ? t('escalations.ask.nobody') : undefined, question: given.question.trim() === '' ? t('refusals.required') : undefined }),
    save: (given) => api.post('/api/v1/tickets/{number}/swarms', { path: { number: ticket.number }, body: { question: given.question.trim(), people: given.people, ...(given.team !== null && { team: given.team }) } }),
    onSaved: () => {
      refreshEscalations(client, ticket.number);
      toastDone(t('escalations.done.asked'));
      onClose();
    },
  });
  const { values, errors, set } = form;
  const toggle = (agent: number) => set('people', values.people.includes(agent) ? values.people.filter((each) => each !== agent) : [...values.people, agent]);
  const known = people?.experts ?? [];
  const others = values.people.filter((id) => !known.some(({ agent }) => agent.id === id));
  const error = errors['people'];
  return (
    <FormDialog title={t('escalations.ask.title')} description={t('escalations.ask.lead')} form={form} submitLabel={t('escalations.ask.submit')} onClose={onClose}>
      <TextArea autoFocus label={t('escalations.ask.question')} rows={3} maxLength={4_000} value={values.question} onValueChange={(question) => set('question', question)} error={errors['question']} />
      <fieldset data-wrong={error ? '' : undefined} aria-describedby={error ? wrong : undefined} className="m-0 flex min-w-0 flex-col gap-1.5 border-0 p-0">
        <legend className="mb-1 p-0 font-strong">{t('escalations.ask.people')}</legend>
        {!people && <Skeleton className="h-24" />}
        {known.map((each) => (
          <PersonChoice key={each.agent.id} group={{ type: 'checkbox' }} name={each.agent.name} reasons={reasonsOf(each, t)} there={each.availability === 'online' && each.at_work} checked={values.people.includes(each.agent.id)} onChange={() => toggle(each.agent.id)} />
        ))}
        {others.map((id) => <PersonChoice key={id} group={{ type: 'checkbox' }} name={names.agent(id)} reasons="" there={false} checked onChange={() => toggle(id)} />)}
        <AssigneePicker value={null} onChange={(agent) => agent !== null && agent !== me.id && !values.people.includes(agent) && toggle(agent)} trigger={<Button tone="plain" icon={<UserRoundSearch aria-hidden className="size-4" />} className="self-start">{t('escalations.ask.add')}</Button>} />
        {error && <p id={wrong} role="alert" className="m-0 text-small text-red">{error}</p>}
      </fieldset>
      {teams.length > 0 && (
        <SelectField<string>
          label={t('escalations.ask.team')}
          aside={t('common.optional')}
          value={values.team === null ? 'none' : String(values.team)}
          choices={[{ value: 'none', label: t('escalations.ask.noTeam') }, ...teams.map(({ id, name }) => ({ value: String(id), label: name }))]}
          onChange={(team) => set('team', team === 'none' ? null : Number(team))}
          error={errors['team']}
        />
      )}
    </FormDialog>
  );
}
