import { Button, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Copy, ListChecks, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { useConditionWords } from '../../tickets/guidelines/index.ts';
import { allPlaybooksOptions, stepKeys, useStepWords, type Playbook } from '../../tickets/steps/index.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { PlaybookDialog, type Editing } from './playbook-dialog.tsx';

/** The required steps of each brand: leads write them, everybody reads them. */
export function PlaybooksPage() {
  const t = useT();
  const { compare } = useFormats();
  const mayWrite = useMay('macros.share');
  const query = useQuery(allPlaybooksOptions);
  const [editing, edit] = useState<Editing | null>(null);
  const add = mayWrite && <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => edit({ playbook: null, from: null })}>{t('playbooks.add')}</Button>;
  /** Those of all brands, then each brand's, then what was archived. */
  const groupsOf = (playbooks: readonly Playbook[]) => {
    const live = playbooks.filter(({ archived }) => !archived).toSorted((one, other) => compare(one.name, other.name));
    const brands = [...new Map(live.flatMap(({ brand }) => (brand ? [[brand.id, brand.name] as const] : []))).entries()].toSorted(([, one], [, other]) => compare(one, other));
    return [
      { key: 'all', title: t('guidelines.allBrands'), rows: live.filter(({ brand }) => brand === null) },
      ...brands.map(([id, name]) => ({ key: String(id), title: name, rows: live.filter(({ brand }) => brand?.id === id) })),
      { key: 'archived', title: t('settings.archived'), rows: playbooks.filter(({ archived }) => archived) },
    ].filter(({ rows }) => rows.length > 0);
  };
  return (
    <SettingsPage title={t('playbooks.title')} lead={t('playbooks.lead')} action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<ListChecks />} title={t('playbooks.empty.title')} action={add}>{t(mayWrite ? 'playbooks.empty.text' : 'playbooks.empty.reader')}</EmptyState>}>
        {(playbooks) =>
          groupsOf(playbooks).map(({ key, title, rows }) => (
            <section key={key} aria-label={title} className="pb-9">
              <h2 className="text-title">{title}</h2>
              <PlaybookTable caption={title} playbooks={rows} edit={edit} />
            </section>
          ))
        }
      </ListState>
      {editing && <PlaybookDialog {...editing} onClose={() => edit(null)} />}
    </SettingsPage>
  );
}

function PlaybookTable({ caption, playbooks, edit }: { caption: string; playbooks: Playbook[]; edit(editing: Editing): void }) {
  const t = useT();
  const conditions = useConditionWords();
  const words = useStepWords();
  const client = useQueryClient();
  const mayWrite = useMay('macros.share');
  async function setArchived(playbook: Playbook, archived: boolean) {
    try {
      await api.patch('/api/v1/playbooks/{id}', { path: { id: playbook.id }, body: { archived } });
      if (archived) offerUndo(t('settings.done.archived', { name: playbook.name }), () => void setArchived(playbook, false));
    } catch (error) {
      toastProblem(error, () => void setArchived(playbook, archived));
    }
    void client.invalidateQueries({ queryKey: stepKeys.playbooks });
  }
  const columns: Column<Playbook>[] = [
    {
      key: 'name',
      head: <VisuallyHidden>{t('playbooks.name')}</VisuallyHidden>,
      cell: (playbook) => (
        <span className="flex min-w-0 flex-col items-start py-1">
          {playbook.may_edit && !playbook.archived ? <RowButton onClick={() => edit({ playbook, from: playbook })}>{playbook.name}</RowButton> : <span className="max-w-full truncate font-strong">{playbook.name}</span>}
          <span className="max-w-full truncate text-muted">{playbook.steps.map(({ text }) => text).join(' · ')}</span>
          <span className="max-w-full truncate text-small text-faint">{[t('playbooks.summary', { count: playbook.steps.length, statuses: words.statuses(playbook.guards) }), ...conditions(playbook.conditions)].join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (playbook) =>
        mayWrite && (
          <RowMenu name={playbook.name}>
            {playbook.may_edit && !playbook.archived && <MenuItem icon={<Pencil />} onSelect={() => edit({ playbook, from: playbook })}>{t('common.edit')}</MenuItem>}
            <MenuItem icon={<Copy />} onSelect={() => edit({ playbook: null, from: playbook })}>{t('guidelines.copy')}</MenuItem>
            {playbook.may_edit && (playbook.archived ? (
              <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(playbook, false)}>{t('settings.restore')}</MenuItem>
            ) : (
              <MenuItem icon={<Archive />} onSelect={() => void setArchived(playbook, true)}>{t('settings.archive')}</MenuItem>
            ))}
          </RowMenu>
        ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={playbooks} rowKey={({ id }) => id} />;
}
