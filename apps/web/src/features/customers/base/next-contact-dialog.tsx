import { Button, TextField } from '@ombud/ui';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import type { NextContact } from './base-queries.ts';
import { daysAfter, useToday } from './days.ts';
import { useSaveLooked, type Looked } from './use-save-looked.ts';

const soon = [{ days: 1, key: 'base.next.tomorrow' }, { days: 7, key: 'base.next.week' }, { days: 30, key: 'base.next.month' }, { days: 90, key: 'base.next.quarter' }] as const;

/** When to be in touch next, and what about. */
export function NextContactDialog({ of, name, next, onClose }: { of: Looked; name: string; next: NextContact | null; onClose(): void }) {
  const t = useT();
  const today = useToday();
  const save = useSaveLooked(of);
  const form = useEditForm<{ on: string; note: string }, void>({
    initial: { on: next?.on ?? '', note: next?.note ?? '' },
    save: ({ on, note }) => save({ next_contact: { on, note: note.trim() } }),
    onSaved: onClose,
    validate: ({ on }) => ({ on: on === '' ? t('refusals.required') : undefined }),
  });
  async function clear() {
    try {
      await save({ next_contact: null });
      onClose();
      offerUndo(t('base.next.cleared', { name }), () => void save({ next_contact: next }).catch((error: unknown) => toastProblem(error)));
    } catch (error) {
      toastProblem(error);
    }
  }
  return (
    <FormDialog title={t('base.next')} description={name} form={form} submitLabel={t('common.save')} width="narrow" onClose={onClose}>
      <div role="group" aria-label={t('base.next.soon')} className="flex flex-wrap gap-1.5">
        {soon.map(({ days, key }) => <Button key={days} onClick={() => form.set('on', daysAfter(today, days))}>{t(key)}</Button>)}
      </div>
      <TextField label={t('base.next.on')} type="date" min="1970-01-01" max="9999-12-30" value={form.values.on} onValueChange={(on) => form.set('on', on)} error={form.errors['on'] ?? form.errors['next_contact']} />
      <TextField label={t('base.next.note')} aside={t('common.optional')} value={form.values.note} onValueChange={(note) => form.set('note', note)} maxLength={200} autoComplete="off" />
      {next && <Button tone="plain" onClick={() => void clear()} className="self-start">{t('base.next.clear')}</Button>}
    </FormDialog>
  );
}
