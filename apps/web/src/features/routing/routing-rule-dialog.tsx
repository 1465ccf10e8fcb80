import { Checkbox, SelectField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useFormats, useT } from '../../lib/i18n.ts';
import { listOf } from '../../lib/resource.ts';
import { toastDone } from '../../lib/toasts.ts';
import { NeedsEditor, type EditedNeed } from './needs-editor.tsx';
import { routingKeys, type RoutingRule } from './routing-queries.ts';

interface Team {
  id: number;
  name: string;
}

const methods = ['least_busy', 'round_robin', 'longest_idle', 'best_match'] as const;
const relaxChoices = [0, 1, 2, 5, 10, 15, 30, 60, 120, 480];
const overflowChoices = [5, 10, 15, 30, 60, 120, 240, 480, 1440];
const secondsChoices = [10, 15, 20, 30, 45, 60, 90, 120, 300, 600];
const missesChoices = [0, 1, 2, 3, 5, 10];
const waits = 'wait';

/** How a team hands its tickets out. */
export function RoutingRuleDialog({ team, rule, onClose }: { team: Team; rule: RoutingRule; onClose(): void }) {
  const t = useT();
  const formats = useFormats();
  const client = useQueryClient();
  const teams = useQuery(listOf('teams', { show: 'active' })).data ?? [];
  const brands = useQuery(listOf('brands', { show: 'active' })).data ?? [];
  const form = useEditForm({
    initial: {
      mode: rule.mode, method: rule.method, sticky_account: rule.sticky_account, sticky_last: rule.sticky_last, language_need: rule.language_need, relax_minutes: rule.relax_minutes,
      overflow_team: rule.overflow_team?.id ?? null, overflow_minutes: rule.overflow_minutes,
      delivery: rule.delivery, offer_seconds: rule.offer_seconds, offer_misses: rule.offer_misses,
      needs: rule.needs.map(({ skill, brand, need, level }): EditedNeed<'required' | 'preferred'> => ({ skill, brand: brand?.id ?? null, need, level })),
    },
    save: ({ needs, ...rest }) => callApi('patch', '/api/v1/teams/{id}/routing', { path: { id: team.id }, body: { ...rest, needs: needs.map(({ skill, ...each }) => ({ ...each, skill: skill.id })) } }),
    onSaved: (saved) => {
      client.setQueryData(routingKeys.team(team.id), saved);
      void client.invalidateQueries({ queryKey: ['teams'] });
      toastDone(t('routing.saved', { team: team.name }));
      onClose();
    },
  });
  const { values, errors, set } = form;
  const times = (offered: readonly number[], now: number) => [...new Set([...offered, now])].sort((one, other) => one - other);
  const overflowTeams = teams.filter(({ id }) => id !== team.id);
  return (
    <FormDialog title={t('routing.handing.of', { team: team.name })} form={form} submitLabel={t('common.save')} width="wide" onClose={onClose}>
      <SelectField label={t('routing.mode')} hint={t(`routing.mode.${values.mode}.hint`)} value={values.mode} choices={(['pull', 'push'] as const).map((mode) => ({ value: mode, label: t(`routing.mode.${mode}`) }))} onChange={(mode) => set('mode', mode)} />
      {values.mode === 'push' && (
        <>
          <SelectField label={t('routing.delivery')} hint={t(`routing.delivery.${values.delivery}.hint`)} value={values.delivery} choices={(['assign', 'offer'] as const).map((delivery) => ({ value: delivery, label: t(`routing.delivery.${delivery}`) }))} onChange={(delivery) => set('delivery', delivery)} />
          {values.delivery === 'offer' && (
            <>
              <SelectField label={t('routing.offer.seconds')} value={String(values.offer_seconds)} choices={times(secondsChoices, values.offer_seconds).map((seconds) => ({ value: String(seconds), label: formats.duration(seconds) }))} onChange={(seconds) => set('offer_seconds', Number(seconds))} />
              <SelectField label={t('routing.offer.misses')} hint={t('routing.offer.misses.hint')} value={String(values.offer_misses)} choices={times(missesChoices, values.offer_misses).map((count) => ({ value: String(count), label: count === 0 ? t('routing.offer.misses.never') : t('routing.offer.misses.after', { count }) }))} onChange={(misses) => set('offer_misses', Number(misses))} />
            </>
          )}
          <SelectField label={t('routing.method')} hint={t(`routing.method.${values.method}.hint`)} value={values.method} choices={methods.map((method) => ({ value: method, label: t(`routing.method.${method}`) }))} onChange={(method) => set('method', method)} />
          <fieldset>
            <legend className="mb-1.5 font-strong">{t('routing.sticky')}</legend>
            <span className="flex flex-col gap-2">
              <Checkbox label={t('routing.sticky_account')} hint={t('routing.sticky_account.hint')} checked={values.sticky_account} onCheckedChange={(on) => set('sticky_account', on)} />
              <Checkbox label={t('routing.sticky_last')} hint={t('routing.sticky_last.hint')} checked={values.sticky_last} onCheckedChange={(on) => set('sticky_last', on)} />
            </span>
          </fieldset>
          <fieldset className="min-w-0">
            <legend className="font-strong">{t('routing.needs')}</legend>
            <p className="mb-1.5 max-w-prose text-small text-muted">{t('routing.needs.hint')}</p>
            <NeedsEditor value={values.needs} offered={['required', 'preferred']} brands={brands} onChange={(needs) => set('needs', needs)} />
            {errors['needs'] && <p role="alert" className="mt-1 text-small text-red">{errors['needs']}</p>}
          </fieldset>
          <SelectField label={t('routing.language')} hint={t('routing.language.hint')} value={values.language_need} choices={(['preferred', 'required', 'none'] as const).map((need) => ({ value: need, label: t(`routing.language.${need}`) }))} onChange={(need) => set('language_need', need)} />
          <SelectField label={t('routing.relax')} hint={t('routing.relax.hint')} value={String(values.relax_minutes)} choices={times(relaxChoices, values.relax_minutes).map((minutes) => ({ value: String(minutes), label: minutes === 0 ? t('routing.relax.never') : formats.duration(minutes * 60) }))} onChange={(minutes) => set('relax_minutes', Number(minutes))} />
          {(overflowTeams.length > 0 || values.overflow_team !== null) && (
            <SelectField
              label={t('routing.overflow')}
              hint={t('routing.overflow.hint')}
              value={values.overflow_team === null ? waits : String(values.overflow_team)}
              choices={[{ value: waits, label: t('routing.overflow.wait') }, ...overflowTeams.map(({ id, name }) => ({ value: String(id), label: t('routing.overflow.to', { team: name }) }))]}
              onChange={(to) => set('overflow_team', to === waits ? null : Number(to))}
              error={errors['overflow_team']}
            />
          )}
          {values.overflow_team !== null && <SelectField label={t('routing.overflow.after')} value={String(values.overflow_minutes)} choices={times(overflowChoices, values.overflow_minutes).map((minutes) => ({ value: String(minutes), label: formats.duration(minutes * 60) }))} onChange={(minutes) => set('overflow_minutes', Number(minutes))} />}
        </>
      )}
    </FormDialog>
  );
}
