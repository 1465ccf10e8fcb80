import { Button, type Column, EmptyState, MenuItem, RelativeTime, SearchField, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Copy, Pencil, Plus, Search, Zap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useUpdate } from '../../../lib/resource.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { allMacrosOptions, chooseText, partsOf, searchMacros, useChangeWords, type Macro } from '../../tickets/macros/index.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { MacroDialog, type Editing } from './macro-dialog.tsx';

/** One's own macros and the shared ones, found as on a ticket. */
export function MacrosPage() {
  const t = useT();
  const query = useQuery(allMacrosOptions);
  const [editing, setEditing] = useState<Editing | null>(null);
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setEditing({ macro: null, from: null })}>{t('macros.add')}</Button>;
  return (
    <SettingsPage title={t('macros.title')} lead={t('macros.lead')} needs="tickets.write" action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<Zap />} title={t('macros.empty.title')} action={add}>{t('macros.empty.text')}</EmptyState>}>
        {(macros) => <Groups macros={macros} onEdit={setEditing} />}
      </ListState>
      {editing && <MacroDialog {...editing} onClose={() => setEditing(null)} />}
    </SettingsPage>
  );
}

function Groups({ macros, onEdit }: { macros: Macro[]; onEdit(editing: Editing): void }) {
  const t = useT();
  const { compare } = useFormats();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => (typed.trim() === '' ? macros.toSorted((one, other) => compare(one.name, other.name)) : searchMacros(macros, typed, { now: Date.now(), compare })), [macros, typed, compare]);
  const groups = [
    { key: 'own', title: t('macros.group.own'), hint: null, macros: found.filter(({ archived, shared }) => !archived && !shared) },
    { key: 'shared', title: t('macros.group.shared'), hint: null, macros: found.filter(({ archived, shared }) => !archived && shared) },
    { key: 'archived', title: t('macros.group.archived'), hint: t('macros.group.archivedHint'), macros: found.filter(({ archived }) => archived) },
  ].filter((group) => group.macros.length > 0);
  return (
    <>
      <SearchField label={t('macros.search')} placeholder={t('macros.search')} icon={<Search />} value={typed} onValueChange={setTyped} className="mb-7 max-w-sm" />
      {groups.map((group) => (
        <section key={group.key} aria-label={group.title} className="pb-9">
          <h2 className="text-title">{group.title}</h2>
          {group.hint && <p className="mt-0.5 max-w-prose text-muted">{group.hint}</p>}
          <MacroTable caption={group.title} macros={group.macros} onEdit={onEdit} />
        </section>
      ))}
      {groups.length === 0 && <p role="status" className="text-muted">{t('macros.noneFits')}</p>}
    </>
  );
}

function MacroTable({ caption, macros, onEdit }: { caption: string; macros: Macro[]; onEdit(editing: Editing): void }) {
  const t = useT();
  const words = useChangeWords();
  const { language } = useTranslator();
  const update = useUpdate('macros');
  const mayShare = useMay('macros.share');
  const { all_brands: seesAll } = useMe();
  const mayWrite = (macro: Macro) => !macro.shared || (mayShare && (seesAll || macro.brand !== null));
  async function setArchived(macro: Macro, archived: boolean) {
    try {
      await update(macro.id, { archived });
      if (archived) offerUndo(t('settings.done.archived', { name: macro.name }), () => void setArchived(macro, false));
      else toastDone(t('settings.done.restored', { name: macro.name }));
    } catch (error) {
      toastProblem(error, () => void setArchived(macro, archived));
    }
  }
  const columns: Column<Macro>[] = [
    {
      key: 'name',
      head: <VisuallyHidden>{t('macros.name')}</VisuallyHidden>,
      cell: (macro) => (
        <span className="flex min-w-0 flex-col items-start">
          {mayWrite(macro) ? <RowButton onClick={() => onEdit({ macro, from: macro })}>{macro.name}</RowButton> : <span className="max-w-full truncate font-strong">{macro.name}</span>}
          <span className="max-w-full truncate text-small text-faint">{[chooseText(macro, [language])?.text.replace(/\s+/g, ' ').slice(0, 120), ...partsOf(macro.actions).map(words)].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'brand',
      wide: true,
      head: t('macros.brand'),
      cell: (macro) => <span className="inline-flex max-w-44 items-center gap-1.5 text-muted">{macro.brand && <BrandDot color={macro.brand.color} />}<span className="truncate">{macro.brand?.name ?? t('macros.allBrands')}</span></span>,
    },
    {
      key: 'used',
      wide: true,
      head: t('macros.usage'),
      cell: (macro) => (
        <span className="flex flex-col text-muted">
          <span>{t('macros.used', { count: macro.used.count })}</span>
          {macro.used.last_used_at && <RelativeTime at={macro.used.last_used_at} className="text-small text-faint" />}
        </span>
      ),
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (macro) => (
        <RowMenu name={macro.name}>
          {mayWrite(macro) && <MenuItem icon={<Pencil />} onSelect={() => onEdit({ macro, from: macro })}>{t('common.edit')}</MenuItem>}
          <MenuItem icon={<Copy />} onSelect={() => onEdit({ macro: null, from: macro })}>{t(mayWrite(macro) ? 'macros.copy' : 'macros.copyForMe')}</MenuItem>
          {mayWrite(macro) && (macro.archived ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(macro, false)}>{t('settings.restore')}</MenuItem>
          ) : (
            <MenuItem icon={<Archive />} onSelect={() => void setArchived(macro, true)}>{t('settings.archive')}</MenuItem>
          ))}
        </RowMenu>
      ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={macros} rowKey={({ id }) => id} />;
}
