import { Button, type Column, EmptyState, IconButton, RelativeTime, Table, TextField, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Plus, ShieldBan, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useCreate, useRemove } from '../../../lib/resource.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { SettingsPage } from '../parts/page.tsx';
import { useTellSaved } from '../parts/tell-saved.ts';
import type { Block } from '../types.ts';

export function BlocksPage() {
  const t = useT();
  const blocks = useQuery(listOf('blocks'));
  const create = useCreate('blocks');
  const remove = useRemove('blocks');
  const [adding, setAdding] = useState(false);

  async function unblock({ id, pattern }: Block) {
    try {
      await remove(id);
      offerUndo(t('settings.blocks.removed', { pattern }), () => void create({ pattern }).catch(toastProblem));
    } catch (error) {
      toastProblem(error);
    }
  }

  const columns: Column<Block>[] = [
    { key: 'pattern', head: t('settings.blocks.pattern'), cell: ({ pattern }) => <span className="block truncate font-strong" title={pattern}>{pattern}</span> },
    { key: 'by', head: t('settings.blocks.by'), wide: true, cell: ({ created_by }) => <span className="text-muted">{created_by?.name ?? '–'}</span> },
    { key: 'when', head: t('settings.blocks.when'), wide: true, cell: ({ created_at }) => <RelativeTime at={created_at} className="text-muted" /> },
    { key: 'remove', head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>, align: 'end', className: 'w-10', cell: (block) => <IconButton label={`${t('settings.blocks.remove')}: ${block.pattern}`} icon={<Trash2 />} onClick={() => void unblock(block)} /> },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>{t('settings.blocks.add')}</Button>;

  return (
    <SettingsPage title={t('settings.blocks.title')} lead={t('settings.blocks.lead')} needs="blocks.write" action={blocks.data?.length ? add : undefined}>
      <ListState query={blocks} empty={<EmptyState icon={<ShieldBan />} title={t('settings.blocks.empty.title')} action={add}>{t('settings.blocks.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('settings.blocks.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {adding && <BlockDialog onClose={() => setAdding(false)} />}
    </SettingsPage>
  );
}

function BlockDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const create = useCreate('blocks');
  const tellSaved = useTellSaved(true, onClose);
  const form = useEditForm({
    initial: { pattern: '' },
    save: create,
    onSaved: (saved) => tellSaved(saved.pattern),
    validate: ({ pattern }) => ({ pattern: /^[^\s@]*@[^\s@]+\.[^\s@]+$/.test(pattern.trim()) ? undefined : t('settings.blocks.pattern.wrong') }),
  });
  return (
    <FormDialog title={t('settings.blocks.add')} description={t('settings.blocks.lead')} form={form} submitLabel={t('settings.blocks.add')} onClose={onClose}>
      <TextField label={t('settings.blocks.pattern')} hint={t('settings.blocks.pattern.hint')} value={form.values.pattern} onValueChange={(pattern) => form.set('pattern', pattern)} error={form.errors.pattern} maxLength={254} autoComplete="off" spellCheck={false} autoCapitalize="off" />
    </FormDialog>
  );
}
