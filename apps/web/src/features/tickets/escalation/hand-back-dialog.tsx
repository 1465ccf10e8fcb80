import { TextArea } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { refreshEscalations, type Escalation } from './escalation-queries.ts';

/** Why it goes back; of what a lead was asked, what they decide. */
export function HandBackDialog({ escalation, onClose }: { escalation: Escalation; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const decides = escalation.kind === 'hierarchical';
  const who = escalation.by?.name ?? escalation.from.agent?.name;
  const form = useEditForm({
    initial: { explanation: '' },
    validate: ({ explanation }) => ({ explanation: explanation.trim() === '' ? t('refusals.required') : undefined }),
    save: ({ explanation }) => api.post('/api/v1/tickets/{number}/escalations/{escalation}/hand-back', { path: { number: escalation.ticket, escalation: escalation.id }, body: { explanation: explanation.trim() } }),
    onSaved: () => {
      refreshEscalations(client, escalation.ticket);
      toastDone(t(decides ? 'escalations.done.answered' : 'escalations.done.handedBack'));
      onClose();
    },
  });
  const hint = decides && who ? t('escalations.decide.hint', { who }) : who ? t('escalations.handBack.hint', { who }) : t('escalations.handBack.hintTeam');
  return (
    <FormDialog title={t(decides ? 'escalations.decide.title' : 'escalations.handBack.title')} description={hint} form={form} submitLabel={t(decides ? 'escalations.swarm.send' : 'escalations.handBack.title')} onClose={onClose}>
      <TextArea autoFocus label={t(decides ? 'escalations.decide.answer' : 'escalations.handBack.explanation')} rows={5} maxLength={4_000} value={form.values.explanation} onValueChange={(explanation) => form.set('explanation', explanation)} error={form.errors['explanation']} />
    </FormDialog>
  );
}
