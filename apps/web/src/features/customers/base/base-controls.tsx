import { Checkbox, Combobox, IconButton, Select } from '@ombud/ui';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowRightLeft } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { agentChoice, useAgentChoices } from './agent-choices.ts';
import { baseSorts } from './base-queries.ts';

const route = getRouteApi('/signed-in/customers');
const silences = [14, 30, 60, 90, 180] as const;

/** Whose, in which order, and which of them; all of it stands in the address. */
export function BaseControls({ agent, onHandOver }: { agent: number; onHandOver(): void }) {
  const t = useT();
  const { agent: own } = useMe();
  const isLead = useMay('teams.manage');
  const { sort = 'next_contact', silent, open, due } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (search: Partial<ReturnType<typeof route.useSearch>>) => void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <div className="shrink-0 border-b border-line-soft">
      <div className="mx-auto flex w-full max-w-4xl flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 sm:px-8">
        {isLead && (
          <span className="flex min-w-0 items-center gap-1.5 max-sm:w-full">
            <AgentPicker agent={agent} onChange={(id) => change({ agent: id === own.id ? undefined : id })} />
            <IconButton label={t('base.move.all')} icon={<ArrowRightLeft />} tone="outline" onClick={onHandOver} />
          </span>
        )}
        <span className="w-52 max-sm:w-auto max-sm:basis-[calc(50%-0.375rem)]">
          <Select ariaLabel={t('base.sort')} value={sort} choices={baseSorts.map((value) => ({ value, label: t(`base.sort.${value}`) }))} onChange={(next) => change({ sort: next === 'next_contact' ? undefined : next })} />
        </span>
        <span className="w-52 max-sm:w-auto max-sm:basis-[calc(50%-0.375rem)]">
          <Select
            ariaLabel={t('base.silent')}
            value={String(silent ?? 0)}
            choices={[{ value: '0', label: t('base.silent.any') }, ...silences.map((days) => ({ value: String(days), label: t('base.silent.days', { count: days }) }))]}
            onChange={(days) => change({ silent: Number(days) || undefined })}
          />
        </span>
        <Checkbox label={t('base.filter.open')} checked={open === true} onCheckedChange={(on) => change({ open: on || undefined })} />
        <Checkbox label={t('base.filter.due')} checked={due === true} onCheckedChange={(on) => change({ due: on || undefined })} />
      </div>
    </div>
  );
}

function AgentPicker({ agent, onChange }: { agent: number; onChange(id: number): void }) {
  const t = useT();
  const { agent: own } = useMe();
  const choices = useAgentChoices([own]);
  const known = choices.find(({ value }) => value === String(agent));
  return <Combobox ariaLabel={t('base.whose')} clearable={false} value={known ?? agentChoice({ id: agent, name: '…' })} choices={choices} onChange={(choice) => choice && onChange(Number(choice.value))} className="w-48 max-sm:min-w-0 max-sm:flex-1" />;
}
