import { Combobox, Field, SelectField, TextArea, type Choice } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { useStore } from '../../lib/store.ts';
import { toastDone } from '../../lib/toasts.ts';
import { useAgentChoices } from '../customers/base/agent-choices.ts';
import { filing, type Filing } from './filing.ts';

const kinds = ['complaint', 'compliment'] as const;
const channels = ['mail', 'phone', 'letter', 'in_person', 'web'] as const;

interface Draft {
  kind: (typeof kinds)[number];
  about: Choice | null;
  text: string;
  wants: string;
  channel: (typeof channels)[number];
  brand: string;
}

/** Wherever it is asked for; nothing while nobody does. */
export function FilingHost() {
  const open = useStore(filing);
  return open && <FileDialog {...open} onClose={() => filing.set(null)} />;
}

export function FileDialog({ ticket, text = '', onClose }: Filing & { onClose(): void }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const choices = useAgentChoices([]).filter(({ value }) => value !== String(me.agent.id));
  const form = useEditForm<Draft, Awaited<ReturnType<typeof hand>>>({
    initial: { kind: 'complaint', about: null, text: text.slice(0, 10_000), wants: '', channel: 'mail', brand: String(me.brands[0]?.id ?? '') },
    save: hand,
    onSaved({ kind, handed_to: to }) {
      void client.invalidateQueries({ queryKey: ['staff-feedback'] });
      toastDone(kind === 'compliment' ? t('staff-feedback.receipt.compliment', { who: to?.name ?? '' }) : to ? t('staff-feedback.receipt.complaint', { who: to.name }) : t('staff-feedback.receipt.nobody'));
      onClose();
    },
    validate: (draft) => ({ about: draft.about ? undefined : t('refusals.required'), text: draft.text.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  function hand({ kind, about, text: words, wants, channel, brand }: Draft) {
    const place = ticket === undefined ? { brand: Number(brand) } : { ticket };
    return api.post('/api/v1/staff-feedback', { body: { kind, about: Number(about?.value), text: words, channel, ...place, ...(wants.trim() && kind === 'complaint' ? { wants } : {}) } });
  }
  const { values, errors, set } = form;
  return (
    <FormDialog title={t('staff-feedback.file')} description={ticket === undefined ? t('staff-feedback.file.lead') : t('staff-feedback.file.ticket', { number: `#${ticket}` })} form={form} submitLabel={t('staff-feedback.file.submit')} onClose={onClose}>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label={t('staff-feedback.kind')} value={values.kind} choices={kinds.map((value) => ({ value, label: t(`staff-feedback.kind.${value}`) }))} onChange={(kind) => set('kind', kind)} />
        <Field label={t('staff-feedback.about')} error={errors['about']}>
          <Combobox value={values.about} choices={choices} onChange={(about) => set('about', about)} />
        </Field>
      </div>
      <TextArea label={t('staff-feedback.text')} hint={t(values.kind === 'complaint' ? 'staff-feedback.text.hint' : 'staff-feedback.text.compliment')} rows={5} maxLength={10_000} value={values.text} onValueChange={(words) => set('text', words)} error={errors['text']} />
      {values.kind === 'complaint' && <TextArea label={t('staff-feedback.wants')} aside={t('common.optional')} rows={2} maxLength={2_000} value={values.wants} onValueChange={(wants) => set('wants', wants)} error={errors['wants']} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label={t('staff-feedback.channel')} value={values.channel} choices={channels.map((value) => ({ value, label: t(`staff-feedback.channel.${value}`) }))} onChange={(channel) => set('channel', channel)} />
        {ticket === undefined && me.brands.length > 1 && <SelectField label={t('guidelines.brand')} value={values.brand} choices={me.brands.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(brand) => set('brand', brand)} error={errors['brand']} />}
      </div>
    </FormDialog>
  );
}
