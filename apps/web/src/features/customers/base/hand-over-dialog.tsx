import { Combobox, Field, SelectField, type Choice } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { say, useT } from '../../../lib/i18n.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { useMe } from '../../../lib/session.ts';
import { moveAll, undoAll, type Moved } from './move-in-steps.ts';
import { useAgentChoices } from './agent-choices.ts';
import type { BaseEntry } from './base-queries.ts';

type Target = { entries: readonly BaseEntry[]; from?: undefined } | { from: number; entries?: undefined };
type DeputyChange = 'keep' | 'none' | 'set';

interface Values {
  agent: Choice | null;
  change: DeputyChange;
  deputy: Choice | null;
}

/** A selection, or all that an agent looks after, goes to another one; it can be taken back. */
export function HandOverDialog({ entries, from, onDone, onClose }: Target & { onDone(): void; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const { agent: own } = useMe();
  const choices = useAgentChoices(from === undefined ? [] : [own]);
  const refresh = () => void Promise.all(['base', 'customers', 'organizations'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const whose = from === undefined ? null : (choices.find(({ value }) => value === String(from)) ?? null);
  const [moved, setMoved] = useState(0);
  const form = useEditForm<Values, Moved>({
    initial: { agent: null, change: 'keep', deputy: null },
    save: ({ agent, change, deputy }) => {
      const idsOf = (kind: BaseEntry['kind']) => (entries ?? []).filter((entry) => entry.kind === kind).map(({ id }) => id);
      return moveAll(
        {
          ...(from === undefined ? { customers: idsOf('customer'), organizations: idsOf('organization') } : { from }),
          agent: Number(agent?.value), // asked for before anything is sent
          ...(change === 'keep' ? {} : { deputy: change === 'set' && deputy ? Number(deputy.value) : null }),
        },
        setMoved,
      );
    },
    onSaved: ({ id, moved, left, failed }) => {
      const undo = async () => {
        try {
          toastDone(say('base.move.undone', { count: await undoAll(id) }));
        } catch (error) {
          toastProblem(error, () => void undo());
        }
        refresh();
      };
      const done = t('base.move.done', { count: moved });
      offerUndo([done, ...(left > 0 ? [t('base.move.left', { count: left })] : []), ...(failed ? [t('base.move.stopped')] : [])].join(' '), () => void undo(), { seconds: 20 });
      if (failed) toastProblem(failed);
      refresh();
      onDone();
      onClose();
    },
    validate: ({ agent, change, deputy }) => ({
      agent: agent ? undefined : t('refusals.required'),
      deputy: change === 'set' ? (deputy ? (deputy.value === agent?.value ? t('refusals.same_agent') : undefined) : t('refusals.required')) : undefined,
    }),
  });
  return (
    <FormDialog
      title={t('base.move.submit')}
      description={entries ? t('base.move.text', { count: entries.length }) : t('base.move.allText', { name: whose?.label ?? '…' })}
      form={form}
      submitLabel={t('base.move.submit')}
      width="narrow"
      onClose={onClose}
    >
      <Field label={t('base.move.to')} hint={t('base.move.hint')} error={form.errors['agent']}>
        <Combobox value={form.values.agent} choices={choices.filter(({ value }) => value !== String(from))} onChange={(agent) => form.set('agent', agent)} />
      </Field>
      <SelectField
        label={t('base.deputy')}
        value={form.values.change}
        choices={(['keep', 'none', 'set'] as const).map((value) => ({ value, label: t(`base.move.deputy.${value}`) }))}
        onChange={(change) => form.set('change', change)}
      />
      {form.values.change === 'set' && (
        <Field label={t('base.move.deputy')} error={form.errors['deputy']}>
          <Combobox value={form.values.deputy} choices={choices} onChange={(deputy) => form.set('deputy', deputy)} />
        </Field>
      )}
      <p role="status" className="m-0 text-muted">{moved > 0 && t('base.move.soFar', { count: moved })}</p>
    </FormDialog>
  );
}
