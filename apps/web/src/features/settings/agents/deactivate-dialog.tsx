import { Combobox, Field, SelectField, type Choice } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { listOf } from '../../../lib/resource.ts';
import { toastDone } from '../../../lib/toasts.ts';
import type { Agent } from '../types.ts';

type Taker = 'agent' | 'team' | 'nobody';
const takers: readonly Taker[] = ['nobody', 'team', 'agent'];

/** Switches a colleague off; their open tickets go to somebody, to a team's queue, or wait; their tasks, promises and escalations go along. */
export function DeactivateDialog({ agent, onClose }: { agent: Agent; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const agents = useQuery(listOf('agents', { show: 'active' }));
  const teams = useQuery(listOf('teams', { show: 'active' }));
  const open = useQuery({ queryKey: ['open-tickets', agent.id], queryFn: ({ signal }) => api.get('/api/v1/agents/{id}/open-tickets', { path: { id: agent.id }, signal }), staleTime: 0 });
  const form = useEditForm<{ to: Taker; id: Choice | null }, { moved: number }>({
    initial: { to: 'nobody', id: null },
    save: ({ to, id }) => api.post('/api/v1/agents/{id}/deactivate', { path: { id: agent.id }, body: { to, ...(to === 'nobody' || !id ? {} : { id: Number(id.value) }) } }),
    onSaved: ({ moved }) => {
      void client.invalidateQueries({ queryKey: ['agents'] });
      void client.invalidateQueries({ queryKey: ['invitations'] });
      toastDone(t('people.leave.done', { name: agent.name, count: moved }));
      onClose();
    },
    validate: ({ to, id }) => ({ id: to !== 'nobody' && !id ? t('refusals.invalid_type') : undefined }),
  });
  const { count = 0, tasks = 0, promises = 0, escalations = 0, base = 0, complaints = 0 } = open.data ?? {};
  const toChoice = ({ id, name }: { id: number; name: string }): Choice => ({ value: String(id), label: name });
  const choices = form.values.to === 'team' ? (teams.data ?? []).map(toChoice) : (agents.data ?? []).filter(({ id, role }) => id !== agent.id && role !== 'viewer' && role !== 'client').map(toChoice);
  return (
    <FormDialog title={t('people.leave.title', { name: agent.name })} description={t('people.leave.text')} form={form} submitLabel={t('settings.agents.deactivate')} onClose={onClose}>
      {open.data && <p>{count >= 1000 ? t('people.leave.many') : t('people.leave.count', { count })}</p>}
      {tasks > 0 && <p>{tasks >= 1000 ? t('people.leave.tasks.many') : t('people.leave.tasks', { count: tasks })} {t('people.leave.tasks.hint')}</p>}
      {promises > 0 && <p>{promises >= 1000 ? t('people.leave.promises.many') : t('people.leave.promises', { count: promises })}</p>}
      {escalations > 0 && <p>{escalations >= 1000 ? t('people.leave.escalations.many') : t('people.leave.escalations', { count: escalations })}</p>}
      {base > 0 && <p>{base >= 1000 ? t('base.leave.many') : t('base.leave', { count: base })} {t('base.leave.hint')}</p>}
      {complaints > 0 && <p>{t('people.leave.complaints', { count: complaints })} {t('people.leave.complaints.hint')}</p>}
      {count + tasks + promises + escalations + base + complaints > 0 && (
        <>
          <SelectField
            label={t('people.leave.to')}
            value={form.values.to}
            choices={takers.filter((taker) => taker !== 'team' || (teams.data ?? []).length > 0).map((taker) => ({ value: taker, label: t(`people.leave.to.${taker}`) }))}
            onChange={(to) => {
              form.set('to', to);
              form.set('id', null);
            }}
          />
          {form.values.to !== 'nobody' && (
            <Field label={form.values.to === 'team' ? t('people.leave.team') : t('people.leave.agent')} hint={form.values.to === 'agent' ? t('people.leave.agent.hint') : undefined} error={form.errors.id}>
              <Combobox key={form.values.to} value={form.values.id} choices={choices} onChange={(choice) => form.set('id', choice)} />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}
