import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { toastDone } from '../../lib/toasts.ts';
import { NeedsEditor, type EditedNeed } from './needs-editor.tsx';
import { routingKeys, type TicketRouting, type TicketSkills } from './routing-queries.ts';

/** What an agent says of one ticket: only what differs from what would be asked for by itself is kept. */
export function TicketSkillsDialog({ number, needs, onClose }: { number: number; needs: TicketRouting['needs']; onClose(): void }) {
  const t = useT();
  const client = useQueryClient();
  const form = useEditForm({
    initial: { skills: needs.map(({ skill: { id, name }, need, level }): EditedNeed => ({ skill: { id, name }, need, level, brand: null })) },
    save: ({ skills }) => callApi('put', '/api/v1/tickets/{number}/skills', { path: { number }, body: { skills: toSay(skills, needs) } }),
    onSaved: (saved) => {
      client.setQueryData(routingKeys.ticket(number), saved);
      toastDone(t('routing.skills.saved'));
      onClose();
    },
  });
  return (
    <FormDialog title={t('routing.skills.of', { number })} description={t('routing.skills.hint')} form={form} submitLabel={t('common.save')} width="wide" onClose={onClose}>
      <NeedsEditor value={form.values.skills} offered={['required', 'preferred', 'none']} onChange={(skills) => form.set('skills', skills)} />
    </FormDialog>
  );
}

/** What comes by itself and was taken out is not needed; what comes by itself and stands as it was need not be said. */
function toSay(skills: readonly EditedNeed[], before: TicketRouting['needs']): TicketSkills['skills'] {
  const own = skills.filter(({ skill, need, level }) => !before.some((each) => each.source !== 'agent' && each.skill.id === skill.id && each.need === need && each.level === level));
  const takenOut = before.filter(({ source, skill }) => source !== 'agent' && !skills.some((each) => each.skill.id === skill.id));
  return [...own.map(({ skill, need, level }) => ({ skill: skill.id, need, level })), ...takenOut.map(({ skill, level }) => ({ skill: skill.id, need: 'none' as const, level }))];
}
