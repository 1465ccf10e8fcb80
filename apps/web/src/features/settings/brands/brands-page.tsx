import { Button, Chip, type Column, EmptyState, MenuItem, Table, TextField, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Pencil, Plus, Star, Tags } from 'lucide-react';
import { useState } from 'react';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useCreate, useUpdate } from '../../../lib/resource.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowMenu } from '../parts/row-menu.tsx';
import type { Brand, BrandPatch } from '../types.ts';
import { ColorField, firstColor } from './color-field.tsx';

export function BrandsPage() {
  const t = useT();
  const navigate = useNavigate();
  const brands = useQuery(listOf('brands', { show: 'all' }));
  const update = useUpdate('brands');
  const [adding, setAdding] = useState(false);

  async function change(brand: Brand, patch: BrandPatch) {
    try {
      await update(brand.id, patch);
      if (patch.archived) offerUndo(t('settings.done.archived', { name: brand.name }), () => void change(brand, { archived: false }));
      else toastDone(patch.is_default ? t('settings.done.default', { name: brand.name }) : t('settings.done.restored', { name: brand.name }));
    } catch (error) {
      toastProblem(error);
    }
  }

  const columns: Column<Brand>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (brand) => (
        <span className="flex min-w-0 items-center gap-2">
          <BrandDot color={brand.color} />
          <Link to="/settings/brands/$id" params={{ id: brand.id }} className="min-w-0 truncate rounded-sm py-0.5 font-strong hover:underline hover:decoration-line hover:underline-offset-4">
            {brand.name}
          </Link>
          {brand.is_default && <Chip tone="accent">{t('settings.default')}</Chip>}
          {brand.archived && <Chip>{t('settings.archived')}</Chip>}
        </span>
      ),
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (brand) => (
        <RowMenu name={brand.name}>
          <MenuItem icon={<Pencil />} onSelect={() => void navigate({ to: '/settings/brands/$id', params: { id: brand.id } })}>{t('common.edit')}</MenuItem>
          {!brand.is_default && !brand.archived && <MenuItem icon={<Star />} onSelect={() => void change(brand, { is_default: true })}>{t('settings.brands.makeDefault')}</MenuItem>}
          {brand.archived ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void change(brand, { archived: false })}>{t('settings.restore')}</MenuItem>
          ) : (
            <MenuItem icon={<Archive />} disabled={brand.is_default} onSelect={() => void change(brand, { archived: true })}>{t('settings.archive')}</MenuItem>
          )}
        </RowMenu>
      ),
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>{t('settings.brands.add')}</Button>;

  return (
    <SettingsPage title={t('settings.brands.title')} lead={<>{t('settings.brands.lead')} {t('settings.brands.defaultHint')}</>} needs="settings.manage" action={add}>
      <ListState query={brands} empty={<EmptyState icon={<Tags />} title={t('settings.brands.title')} action={add} />}>
        {(items) => <Table caption={t('settings.brands.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {adding && <AddBrandDialog onClose={() => setAdding(false)} onAdded={({ id }) => void navigate({ to: '/settings/brands/$id', params: { id } })} />}
    </SettingsPage>
  );
}

function AddBrandDialog({ onClose, onAdded }: { onClose(): void; onAdded(brand: Brand): void }) {
  const t = useT();
  const create = useCreate('brands');
  const form = useEditForm({
    initial: { name: '', color: firstColor },
    save: (values) => create(values),
    onSaved: (brand) => {
      onClose();
      onAdded(brand);
      toastDone(t('settings.done.added', { name: brand.name }));
    },
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={t('settings.brands.add')} form={form} submitLabel={t('settings.add')} onClose={onClose}>
      <TextField label={t('settings.name')} hint={t('settings.brands.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      <ColorField value={form.values.color} onChange={(color) => form.set('color', color)} error={form.errors.color} />
    </FormDialog>
  );
}
