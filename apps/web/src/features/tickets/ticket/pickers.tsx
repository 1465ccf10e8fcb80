import { Avatar, FilterList, Menu, MenuChoices, Popover, PriorityChip, PriorityIcon, StatusChip, StatusIcon, type Choice } from '@ombud/ui';
import { Tag, UserRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useAgents, useTeams } from '../store/people.ts';
import type { Ticket, TicketPriority, TicketStatus } from '../store/types.ts';
import { priorities } from '../store/view-filters.ts';
import { kindWord, priorityWord, statusWord } from '../store/words.ts';

interface Opening {
  open?: boolean;
  onOpenChange?(open: boolean): void;
}

const chipButton = 'inline-flex min-h-target items-center rounded-[5px] hover:brightness-97 outline-offset-1';

export function StatusPicker({ value, allowed, onChange, ...opening }: Opening & { value: TicketStatus; allowed: readonly TicketStatus[]; onChange(status: TicketStatus): void }) {
  const t = useT();
  const choices = [value, ...allowed.filter((status) => status !== value && status !== 'new')];
  return (
    <Menu {...opening} trigger={<button type="button" aria-label={t('tickets.field.statusIs', { status: t(statusWord(value)) })} className={chipButton}><StatusChip status={value} label={t(statusWord(value))} /></button>}>
      <MenuChoices<TicketStatus> label={t('tickets.field.status')} value={value} choices={choices.map((status) => ({ value: status, label: t(statusWord(status)), icon: <StatusIcon status={status} /> }))} onChange={onChange} />
    </Menu>
  );
}

export function PriorityPicker({ value, onChange, ...opening }: Opening & { value: TicketPriority; onChange(priority: TicketPriority): void }) {
  const t = useT();
  return (
    <Menu {...opening} trigger={<button type="button" aria-label={t('tickets.field.priorityIs', { priority: t(priorityWord(value)) })} className={chipButton}><PriorityChip priority={value} label={t(priorityWord(value))} /></button>}>
      <MenuChoices<TicketPriority> label={t('tickets.field.priority')} value={value} choices={priorities.map((priority) => ({ value: priority, label: t(priorityWord(priority)), icon: <PriorityIcon priority={priority} /> }))} onChange={onChange} />
    </Menu>
  );
}

const nobody = 'none';

/** Me first, then nobody, then everyone by name; typing finds. */
export function useAssigneeChoices(): Choice[] {
  const t = useT();
  const me = useMe().agent;
  const agents = useAgents();
  return [
    { value: String(me.id), label: t('tickets.assign.me', { name: me.name }), icon: <Avatar name={me.name} /> },
    { value: nobody, label: t('tickets.assign.nobody'), icon: <UserRound /> },
    ...agents.filter((agent) => agent.id !== me.id).map((agent) => ({ value: String(agent.id), label: agent.name, icon: <Avatar name={agent.name} /> })),
  ];
}

export function AssigneePicker({ value, trigger, onChange, ...opening }: Opening & { value: number | null; trigger: ReactElement; onChange(agent: number | null): void }) {
  const t = useT();
  const choices = useAssigneeChoices();
  return (
    <SearchPicker
      {...opening}
      label={t('tickets.field.assignee')}
      trigger={trigger}
      value={value === null ? nobody : String(value)}
      choices={choices}
      onChange={(next) => onChange(next === nobody ? null : Number(next))}
    />
  );
}

/** The teams that may serve the brand. */
export function TeamPicker({ value, brand, trigger, onChange, ...opening }: Opening & { value: number | null; brand: number; trigger: ReactElement; onChange(team: number | null): void }) {
  const t = useT();
  const serving = useMe().brands.find(({ id }) => id === brand)?.teams;
  const choices = [{ value: nobody, label: t('tickets.assign.noTeam') }, ...useTeams().filter(({ id }) => serving?.includes(id) ?? true).map((team) => ({ value: String(team.id), label: team.name }))];
  return (
    <SearchPicker
      {...opening}
      label={t('tickets.field.team')}
      trigger={trigger}
      value={value === null ? nobody : String(value)}
      choices={choices}
      onChange={(next) => onChange(next === nobody ? null : Number(next))}
    />
  );
}

export function KindPicker({ value, trigger, onChange, ...opening }: Opening & { value: Ticket['kind']; trigger: ReactElement; onChange(kind: Ticket['kind']): void }) {
  const t = useT();
  return (
    <Menu {...opening} trigger={trigger}>
      <MenuChoices<Ticket['kind']> label={t('tickets.field.kind')} value={value} choices={(['question', 'incident', 'problem', 'task', 'complaint', 'order'] as const).map((kind) => ({ value: kind, label: t(kindWord(kind)) }))} onChange={onChange} />
    </Menu>
  );
}

/** The brands that this agent sees; a ticket leaves its team and person there if they do not serve it. */
export function BrandPicker({ value, trigger, onChange, ...opening }: Opening & { value: number; trigger: ReactElement; onChange(brand: number): void }) {
  const t = useT();
  const { brands } = useMe();
  return (
    <Menu {...opening} trigger={trigger}>
      <MenuChoices label={t('tickets.field.brand')} value={String(value)} choices={brands.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(id) => Number(id) !== value && onChange(Number(id))} />
    </Menu>
  );
}

function SearchPicker({ label, trigger, value, choices, onChange, open: wanted, onOpenChange }: Opening & { label: string; trigger: ReactElement; value: string; choices: readonly Choice[]; onChange(value: string): void }) {
  const [own, setOwn] = useState(false);
  const open = wanted ?? own;
  const setOpen = onOpenChange ?? setOwn;
  return (
    <Popover label={label} trigger={trigger} open={open} onOpenChange={setOpen} className="w-64 !p-0">
      <FilterList
        label={label}
        selected={[value]}
        choices={choices}
        onChoose={(next) => {
          setOpen(false);
          if (next !== value) onChange(next);
        }}
      />
    </Popover>
  );
}

/** One tag: small letters, without spaces or commas, as the API takes it. */
export function cleanTag(typed: string): string {
  return typed.trim().toLowerCase().replace(/[\s,]+/g, '-').slice(0, 50);
}

export function TagPicker({ tags, known, trigger, onChange, ...opening }: Opening & { tags: readonly string[]; known: readonly string[]; trigger: ReactElement; onChange(change: { add: string[]; remove: string[] }): void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const clean = cleanTag(typed);
  const all = [...new Set([...tags, ...known])];
  const fitting = all.filter((tag) => tag.includes(clean));
  const choices: Choice[] = [...(clean && !all.includes(clean) ? [{ value: clean, label: t('tickets.tags.create', { tag: clean }), icon: <Tag /> }] : []), ...fitting.map((tag) => ({ value: tag, label: tag }))];
  return (
    <Popover {...opening} label={t('tickets.field.tags')} trigger={trigger} className="w-64 !p-0">
      <FilterList
        label={t('tickets.tags.placeholder')}
        selected={tags}
        choices={choices}
        onSearch={setTyped}
        onChoose={(tag) => onChange(tags.includes(tag) ? { add: [], remove: [tag] } : { add: [tag], remove: [] })}
      />
    </Popover>
  );
}
