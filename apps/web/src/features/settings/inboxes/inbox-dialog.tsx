import { Checkbox, SelectField, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { listOf, useCreate, useUpdate } from '../../../lib/resource.ts';
import { useMe } from '../../../lib/session.ts';
import { useTellSaved } from '../parts/tell-saved.ts';
import type { Inbox } from '../types.ts';

const none = 'none';

interface InboxValues {
  address: string;
  name: string;
  brand: string;
  team: string;
  active: boolean;
}

export function InboxDialog({ inbox, onClose }: { inbox: Inbox | null; onClose(): void }) {
  const t = useT();
  const me = useMe();
  const brands = useQuery(listOf('brands', { show: 'active' }));
  const teams = useQuery(listOf('teams', { show: 'active' }));
  const create = useCreate('inboxes');
  const update = useUpdate('inboxes');
  const firstBrand = me.brands.find(({ is_default }) => is_default) ?? me.brands[0];

  const tellSaved = useTellSaved(inbox === null, onClose);
  const form = useEditForm<InboxValues, Inbox>({
    initial: {
      address: inbox?.address ?? '',
      name: inbox?.name ?? '',
      brand: String(inbox?.brand.id ?? firstBrand?.id ?? ''),
      team: inbox?.team ? String(inbox.team.id) : none,
      active: inbox?.active ?? true,
    },
    save: (values) => {
      const shared = { name: values.name.trim(), brand: Number(values.brand), team: values.team === none ? null : Number(values.team) };
      return inbox ? update(inbox.id, { ...shared, active: values.active }) : create({ ...shared, address: values.address.trim() });
    },
    onSaved: (saved) => tellSaved(saved.address),
    validate: ({ address }) => ({
      address: inbox || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim()) ? undefined : t('settings.email.wrong'),
    }),
  });
  // The chosen brand or team may be archived and so absent from the lists.
  const brandChoices = [...(brands.data ?? []), ...(inbox ? [inbox.brand] : [])].filter((brand, at, all) => all.findIndex(({ id }) => id === brand.id) === at);
  const teamChoices = [...(teams.data ?? []), ...(inbox?.team ? [inbox.team] : [])].filter((team, at, all) => all.findIndex(({ id }) => id === team.id) === at);

  return (
    <FormDialog title={inbox ? t('settings.inboxes.edit') : t('settings.inboxes.add')} description={inbox?.address} form={form} submitLabel={inbox ? t('common.save') : t('settings.add')} onClose={onClose}>
      {!inbox && (
        <TextField label={t('settings.inboxes.address')} hint={t('settings.inboxes.address.hint')} type="email" inputMode="email" value={form.values.address} onValueChange={(address) => form.set('address', address)} error={form.errors.address} maxLength={254} autoComplete="off" />
      )}
      <SelectField
        label={t('settings.inboxes.brand')}
        hint={t('settings.inboxes.brand.hint')}
        value={form.values.brand}
        choices={brandChoices.map(({ id, name, color }) => ({ value: String(id), label: name, icon: <BrandDot color={color} /> }))}
        onChange={(brand) => form.set('brand', brand)}
        error={form.errors.brand}
      />
      <SelectField
        label={t('settings.inboxes.team')}
        hint={t('settings.inboxes.team.hint')}
        value={form.values.team}
        choices={[{ value: none, label: t('settings.inboxes.noTeam') }, ...teamChoices.map(({ id, name }) => ({ value: String(id), label: name }))]}
        onChange={(team) => form.set('team', team)}
        error={form.errors.team}
      />
      <TextField label={t('settings.name')} hint={t('settings.inboxes.name.hint')} aside={t('common.optional')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={200} autoComplete="off" />
      {inbox && <Checkbox label={t('settings.inboxes.takesMail')} hint={t('settings.inboxes.takesMail.hint')} checked={form.values.active} onCheckedChange={(active) => form.set('active', active)} />}
    </FormDialog>
  );
}
