import { Button, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, BookMarked, Copy, History, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { allGuidelinesOptions, guidelineKeys, momentWord, useConditionWords, type Guideline } from '../../tickets/guidelines/index.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { GuidelineDialog, type Editing } from './guideline-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';

type Shown = { editing: Editing } | { history: number } | null;

/** The written rules of each brand: leads write them, everybody reads them. */
export function GuidelinesPage() {
  const t = useT();
  const mayWrite = useMay('macros.share');
  const query = useQuery(allGuidelinesOptions);
  const [shown, show] = useState<Shown>(null);
  const add = mayWrite && <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => show({ editing: { guideline: null, from: null } })}>{t('guidelines.add')}</Button>;
  const history = shown && 'history' in shown ? query.data?.find(({ id }) => id === shown.history) : undefined;
  return (
    <SettingsPage title={t('guidelines.title')} lead={t('guidelines.lead')} action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<BookMarked />} title={t('guidelines.empty.title')} action={add}>{t(mayWrite ? 'guidelines.empty.text' : 'guidelines.empty.reader')}</EmptyState>}>
        {(guidelines) => <Groups guidelines={guidelines} show={show} />}
      </ListState>
      {shown && 'editing' in shown && <GuidelineDialog {...shown.editing} onClose={() => show(null)} />}
      {history && <HistoryDialog guideline={history} onClose={() => show(null)} />}
    </SettingsPage>
  );
}

/** Those of all brands, then each brand's, then what was archived. */
function Groups({ guidelines, show }: { guidelines: Guideline[]; show(shown: Shown): void }) {
  const t = useT();
  const { compare } = useFormats();
  const live = guidelines.filter(({ archived }) => !archived).toSorted((one, other) => compare(one.name, other.name));
  const brands = [...new Map(live.flatMap(({ brand }) => (brand ? [[brand.id, brand.name] as const] : []))).entries()].toSorted(([, one], [, other]) => compare(one, other));
  const groups = [
    { key: 'all', title: t('guidelines.allBrands'), guidelines: live.filter(({ brand }) => brand === null) },
    ...brands.map(([id, name]) => ({ key: String(id), title: name, guidelines: live.filter(({ brand }) => brand?.id === id) })),
    { key: 'archived', title: t('settings.archived'), guidelines: guidelines.filter(({ archived }) => archived) },
  ];
  return groups
    .filter((group) => group.guidelines.length > 0)
    .map((group) => (
      <section key={group.key} aria-label={group.title} className="pb-9">
        <h2 className="text-title">{group.title}</h2>
        <GuidelineTable caption={group.title} guidelines={group.guidelines} show={show} />
      </section>
    ));
}

function GuidelineTable({ caption, guidelines, show }: { caption: string; guidelines: Guideline[]; show(shown: Shown): void }) {
  const t = useT();
  const formats = useFormats();
  const words = useConditionWords();
  const client = useQueryClient();
  const mayWrite = useMay('macros.share');
  async function setArchived(guideline: Guideline, archived: boolean) {
    try {
      await api.patch('/api/v1/guidelines/{id}', { path: { id: guideline.id }, body: { archived } });
      if (archived) offerUndo(t('settings.done.archived', { name: guideline.name }), () => void setArchived(guideline, false));
    } catch (error) {
      toastProblem(error, () => void setArchived(guideline, archived));
    }
    void client.invalidateQueries({ queryKey: guidelineKeys.all });
  }
  const edit = (guideline: Guideline) => show({ editing: { guideline, from: guideline } });
  const history = (guideline: Guideline) => show({ history: guideline.id });
  function statesOf({ archived, version, next_from: next }: Guideline): string[] {
    if (archived) return [];
    const from = formats.shortDate(new Date(version.effective_from));
    const now = version.in_force ? t('guidelines.since', { from }) : new Date(version.effective_from) > new Date() ? t('guidelines.begins', { from }) : t('guidelines.state.ended');
    return [now, version.in_force && version.effective_until && t('guidelines.untilMoment', { when: formats.shortDate(new Date(version.effective_until)) }), next && t('guidelines.changes', { when: formats.shortDate(new Date(next)) })].filter((each): each is string => Boolean(each));
  }
  const columns: Column<Guideline>[] = [
    {
      key: 'name',
      head: <VisuallyHidden>{t('guidelines.name')}</VisuallyHidden>,
      cell: (guideline) => (
        <span className="flex min-w-0 flex-col items-start py-1">
          <RowButton onClick={() => (guideline.may_edit && !guideline.archived ? edit(guideline) : history(guideline))}>{guideline.name}</RowButton>
          <span className="max-w-full truncate text-muted">{guideline.version.text.replace(/\s+/g, ' ').slice(0, 160)}</span>
          <span className="max-w-full truncate text-small text-faint">{[...guideline.version.moments.map((moment) => t(momentWord(moment))), ...words(guideline.version.conditions)].join(' · ')}</span>
          <span className="max-w-full truncate text-small text-faint sm:hidden">{statesOf(guideline).join(' · ')}</span>
        </span>
      ),
    },
    { key: 'state', wide: true, head: t('guidelines.inForce'), cell: (guideline) => <span className="flex flex-col text-muted">{statesOf(guideline).map((state) => <span key={state}>{state}</span>)}</span> },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (guideline) => (
        <RowMenu name={guideline.name}>
          {guideline.may_edit && !guideline.archived && <MenuItem icon={<Pencil />} onSelect={() => edit(guideline)}>{t('common.edit')}</MenuItem>}
          <MenuItem icon={<History />} onSelect={() => history(guideline)}>{t('guidelines.history')}</MenuItem>
          {mayWrite && <MenuItem icon={<Copy />} onSelect={() => show({ editing: { guideline: null, from: guideline } })}>{t('guidelines.copy')}</MenuItem>}
          {guideline.may_edit && (guideline.archived ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(guideline, false)}>{t('settings.restore')}</MenuItem>
          ) : (
            <MenuItem icon={<Archive />} onSelect={() => void setArchived(guideline, true)}>{t('settings.archive')}</MenuItem>
          ))}
        </RowMenu>
      ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={guidelines} rowKey={({ id }) => id} />;
}
