import { Button, Chip, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Pencil, Plus, Power, Timer, Trash } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useRemove, useUpdate } from '../../../lib/resource.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { Section, SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { CheckTicket } from './check-ticket.tsx';
import type { SlaPolicy } from './policy-draft.ts';
import { PolicyDialog } from './policy-dialog.tsx';

export function SlaPage() {
  const t = useT();
  const formats = useFormats();
  const policies = useQuery(listOf('sla-policies'));
  const update = useUpdate('sla-policies');
  const remove = useRemove('sla-policies');
  const [edited, setEdited] = useState<SlaPolicy | 'new' | null>(null);
  const [going, setGoing] = useState<SlaPolicy | null>(null);
  const change = (policy: SlaPolicy, patch: Parameters<typeof update>[1]) => void update(policy.id, patch).catch((error: unknown) => toastProblem(error));
  const all = policies.data ?? [];

  const columns: Column<SlaPolicy>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (policy) => (
        <span className="flex min-w-0 flex-col items-start">
          <span className="flex min-w-0 max-w-full items-center gap-2">
            <RowButton onClick={() => setEdited(policy)}>{policy.name}</RowButton>
            {!policy.active && <Chip>{t('sla.off')}</Chip>}
          </span>
          <span className="max-w-full text-small text-muted">{formats.list(policy.targets.map(({ kind }) => t(`sla.kind.${kind}`)))}</span>
        </span>
      ),
    },
    { key: 'for', head: t('sla.for'), wide: true, cell: ({ conditions }) => <span className="text-muted">{Object.keys(conditions).length === 0 ? t('sla.for.all') : formats.list(Object.keys(conditions).map((key) => t(`views.condition.${key as 'brand'}`)))}</span> },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (policy) => {
        const at = all.findIndex(({ id }) => id === policy.id);
        return (
          <RowMenu name={policy.name}>
            <MenuItem icon={<Pencil />} onSelect={() => setEdited(policy)}>{t('common.edit')}</MenuItem>
            <MenuItem icon={<ArrowUp />} disabled={at === 0} onSelect={() => change(policy, { before: all[at - 1]?.id ?? null })}>{t('fields.moveUp')}</MenuItem>
            <MenuItem icon={<ArrowDown />} disabled={at === all.length - 1} onSelect={() => change(policy, { before: all[at + 2]?.id ?? null })}>{t('fields.moveDown')}</MenuItem>
            <MenuItem icon={<Power />} onSelect={() => change(policy, { active: !policy.active })}>{t(policy.active ? 'sla.switchOff' : 'sla.switchOn')}</MenuItem>
            <MenuItem icon={<Trash />} onSelect={() => setGoing(policy)}>{t('common.delete')}</MenuItem>
          </RowMenu>
        );
      },
    },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setEdited('new')}>{t('sla.add')}</Button>;
  return (
    <SettingsPage title={t('sla.title')} lead={t('sla.lead')} needs="settings.manage" action={all.length > 0 ? add : undefined}>
      <Section title={t('sla.policies')} hint={t('sla.policies.hint')}>
        <ListState query={policies} empty={<EmptyState icon={<Timer />} title={t('sla.empty.title')} action={add}>{t('sla.empty.text')}</EmptyState>}>
          {(items) => <Table caption={t('sla.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
        </ListState>
      </Section>
      <Section title={t('sla.check.title')} hint={t('sla.check.hint')}>
        <CheckTicket />
      </Section>
      {edited && <PolicyDialog policy={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {going && <ConfirmDialog title={t('sla.delete.title', { name: going.name })} text={t('sla.delete.text')} confirmLabel={t('common.delete')} onConfirm={() => void remove(going.id).catch((error: unknown) => toastProblem(error))} onClose={() => setGoing(null)} />}
    </SettingsPage>
  );
}
