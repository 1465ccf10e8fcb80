import { TextField } from '@ombud/ui';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { readMoment, snoozePresets, toFields } from './snooze-times.ts';

/** Any day and time, by the agent's own clock. */
export function SnoozeDialog({ zone, onClose, onSnooze }: { zone: string; onClose(): void; onSnooze(until: string): void }) {
  const t = useT();
  const tomorrow = snoozePresets(new Date(), zone).find(({ preset }) => preset === 'tomorrow');
  const form = useEditForm({
    initial: tomorrow ? toFields(tomorrow.at, zone) : { date: '', time: '09:00' },
    validate: ({ date, time }) => {
      const at = readMoment(date, time, zone);
      if (!at) return { date: date ? undefined : t('refusals.invalid_type'), time: time ? undefined : t('refusals.invalid_type') };
      return { date: at.getTime() <= Date.now() ? t('refusals.in_the_past') : undefined };
    },
    save: async ({ date, time }) => {
      const at = readMoment(date, time, zone);
      if (at) onSnooze(at.toISOString());
    },
    onSaved: onClose,
  });
  return (
    <FormDialog title={t('work.snooze.pickTitle')} description={t('work.snooze.zone', { zone: zone.replaceAll('_', ' ') })} form={form} submitLabel={t('work.snooze')} onClose={onClose}>
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t('work.date')} type="date" max="9999-12-31" value={form.values.date} onValueChange={(date) => form.set('date', date)} error={form.errors.date} />
        <TextField label={t('work.clock')} type="time" value={form.values.time} onValueChange={(time) => form.set('time', time)} error={form.errors.time} />
      </div>
    </FormDialog>
  );
}
