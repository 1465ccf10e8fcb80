import { Combobox, Field, SelectField, TextArea, type Choice } from '@ombud/ui';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { agentChoice, useAgentChoices } from '../customers/base/agent-choices.ts';
import { useTakeFile, type FeedbackFile } from './feedback-queries.ts';

export type Act = 'acknowledgement' | 'answer' | 'close' | 'release' | 'owner' | 'note';
interface Props {
  file: FeedbackFile;
  onClose(): void;
}

const ways = ['mail', 'phone', 'letter', 'in_person'] as const;
const outcomes = ['upheld', 'partly_upheld', 'not_upheld', 'not_settled', 'withdrawn'] as const;

export function ActDialog({ act, ...props }: Props & { act: Act }) {
  if (act === 'close') return <CloseDialog {...props} />;
  if (act === 'owner') return <OwnerDialog {...props} />;
  return act === 'release' || act === 'note' ? <WordsDialog act={act} {...props} /> : <ToldDialog act={act} {...props} />;
}

/** Only noted: nothing is sent from here, where a mail would stand in a ticket that the person named can read. */
function ToldDialog({ act, file, onClose }: Props & { act: 'acknowledgement' | 'answer' }) {
  const t = useT();
  const take = useTakeFile();
  const path = { id: file.id };
  const form = useEditForm<{ how: (typeof ways)[number]; text: string }, FeedbackFile>({
    initial: { how: 'mail', text: '' },
    save: ({ how, text }) => {
      const body = { how, ...(text.trim() ? { text } : {}) };
      return act === 'answer' ? api.post('/api/v1/staff-feedback/{id}/answer', { path, body }) : api.post('/api/v1/staff-feedback/{id}/acknowledgement', { path, body });
    },
    onSaved: done,
  });
  function done(saved: FeedbackFile) {
    take(saved);
    onClose();
  }
  return (
    <FormDialog title={t(`staff-feedback.act.${act}`)} description={t('staff-feedback.told.lead')} form={form} submitLabel={t('common.save')} onClose={onClose}>
      <SelectField label={t('staff-feedback.how')} value={form.values.how} choices={ways.map((value) => ({ value, label: t(`staff-feedback.channel.${value}`) }))} onChange={(how) => form.set('how', how)} />
      <TextArea label={t('staff-feedback.said')} aside={t('common.optional')} rows={4} maxLength={5_000} value={form.values.text} onValueChange={(text) => form.set('text', text)} error={form.errors['text']} />
    </FormDialog>
  );
}

function CloseDialog({ file, onClose }: Props) {
  const t = useT();
  const take = useTakeFile();
  // Without an answer to the customer it can only have been withdrawn (ISO 10002:2018).
  const choices = file.answered ? outcomes : outcomes.slice(-1);
  const form = useEditForm<{ outcome: (typeof outcomes)[number]; text: string }, FeedbackFile>({
    initial: { outcome: choices[0] ?? 'withdrawn', text: '' },
    save: (body) => api.post('/api/v1/staff-feedback/{id}/close', { path: { id: file.id }, body }),
    onSaved(saved) {
      take(saved);
      onClose();
    },
    validate: ({ text }) => ({ text: text.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={t('staff-feedback.act.close')} description={file.answered ? undefined : t('staff-feedback.close.unanswered')} form={form} submitLabel={t('staff-feedback.act.close')} onClose={onClose}>
      <SelectField label={t('staff-feedback.outcome')} value={form.values.outcome} choices={choices.map((value) => ({ value, label: t(`staff-feedback.outcome.${value}`) }))} onChange={(outcome) => form.set('outcome', outcome)} error={form.errors['outcome']} />
      <TextArea label={t('staff-feedback.outcome.text')} rows={4} maxLength={5_000} value={form.values.text} onValueChange={(text) => form.set('text', text)} error={form.errors['text']} />
    </FormDialog>
  );
}

function WordsDialog({ act, file, onClose }: Props & { act: 'release' | 'note' }) {
  const t = useT();
  const take = useTakeFile();
  const path = { id: file.id };
  const form = useEditForm<{ text: string }, FeedbackFile>({
    initial: { text: act === 'release' ? (file.released?.text ?? '') : '' },
    save: (body) => (act === 'note' ? api.post('/api/v1/staff-feedback/{id}/notes', { path, body }) : api.post('/api/v1/staff-feedback/{id}/release', { path, body })),
    onSaved(saved) {
      take(saved);
      onClose();
    },
    validate: ({ text }) => ({ text: text.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={t(`staff-feedback.act.${act}`)} description={act === 'release' ? t('staff-feedback.release.lead', { who: file.about.name }) : undefined} form={form} submitLabel={t(act === 'release' ? 'staff-feedback.release.submit' : 'common.save')} onClose={onClose}>
      <TextArea label={t(act === 'release' ? 'staff-feedback.release.text' : 'staff-feedback.note')} rows={5} maxLength={act === 'release' ? 10_000 : 5_000} value={form.values.text} onValueChange={(text) => form.set('text', text)} error={form.errors['text']} />
    </FormDialog>
  );
}

function OwnerDialog({ file, onClose }: Props) {
  const t = useT();
  const take = useTakeFile();
  const choices = useAgentChoices([file.owner]).filter(({ value }) => value !== String(file.about.id));
  const form = useEditForm<{ owner: Choice | null }, FeedbackFile>({
    initial: { owner: file.owner && agentChoice(file.owner) },
    save: ({ owner }) => api.patch('/api/v1/staff-feedback/{id}', { path: { id: file.id }, body: { owner: Number(owner?.value) } }),
    onSaved(saved) {
      take(saved);
      onClose();
    },
    validate: ({ owner }) => ({ owner: owner ? undefined : t('refusals.required') }),
  });
  return (
    <FormDialog title={t('staff-feedback.act.owner')} description={t('staff-feedback.owner.lead')} form={form} submitLabel={t('common.save')} width="narrow" onClose={onClose}>
      <Field label={t('staff-feedback.owner')} error={form.errors['owner']}>
        <Combobox value={form.values.owner} choices={choices} onChange={(owner) => form.set('owner', owner)} clearable={false} />
      </Field>
    </FormDialog>
  );
}
