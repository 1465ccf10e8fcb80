import type { Translate } from '@ombud/i18n';
import { StatusIcon } from '@ombud/ui';
import type { useNavigate } from '@tanstack/react-router';
import { ChartColumn, Building2, CornerDownRight, History, Inbox, MessageSquareWarning, Search, Smile, Stamp, Tags, UserRound, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { findSettings } from '../../features/settings/search/find-settings.ts';
import { revealSetting } from '../../features/settings/search/reveal-setting.ts';
import { viewKeys, viewWord } from '../../features/tickets/index.ts';
import type { Answer } from '../../lib/api.ts';
import { rank } from '../../lib/fuzzy.ts';
import { activeKeys, isEnabled, type Command } from '../../lib/keys/index.ts';
import type { Me } from '../../lib/session.ts';
import type { Recent } from './recent.ts';

export type BarGroup = 'recent' | 'tickets' | 'people' | 'places' | 'actions' | 'settings';

export interface BarItem {
  id: string;
  group: BarGroup;
  label: string;
  /** Small, behind the label */
  detail?: string;
  icon: ReactNode;
  keys?: string;
  score: number;
  recent: Recent | null;
  run(): void;
}

export interface BarSources {
  t: Translate;
  me: Me;
  commands: readonly Command[];
  navigate: ReturnType<typeof useNavigate>;
}

type Found = Answer<'/api/v1/search', 'get'>;

/** With nothing typed, what belongs to the ticket at hand comes before where one can go. */
const order: readonly Command['group'][] = ['compose', 'ticket', 'list', 'go', 'general'];

export function commandItems({ t, commands }: BarSources, typed: string): BarItem[] {
  return commands
    .filter((command) => !command.keysOnly && isEnabled(command))
    .toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group))
    .flatMap((command): BarItem[] => {
      const label = t(command.label, command.values);
      const score = rank(label, typed);
      return score === null ? [] : [{ id: `command ${command.id}`, group: 'actions', label, icon: command.icon ?? <CornerDownRight />, keys: activeKeys(command)[0], score, recent: { kind: 'command', id: command.id }, run: command.run }];
    });
}

/** Views, and the queues of brands and teams. */
export function placeItems({ t, me, navigate }: BarSources, typed: string): BarItem[] {
  const item = (id: string, label: string, icon: ReactNode, run: () => void): BarItem[] => {
    const score = rank(label, typed);
    return score === null ? [] : [{ id: `place ${id}`, group: 'places', label, icon, score, recent: { kind: 'place', id }, run }];
  };
  return [
    ...(me.permissions.includes('tickets.write') ? item('reports', t('reports.title'), <ChartColumn />, () => void navigate({ to: '/reports', search: {} })) : []),
    ...(me.permissions.includes('teams.manage') ? item('satisfaction', t('satisfaction.page.title'), <Smile />, () => void navigate({ to: '/satisfaction' })) : []),
    ...item('approvals', t('approvals.title'), <Stamp />, () => void navigate({ to: '/approvals/$id', params: { id: 'all' } })),
    ...item('feedback', t('staff-feedback.title'), <MessageSquareWarning />, () => void navigate({ to: '/feedback' })),
    ...viewKeys.flatMap((view) => item(`view ${view}`, t(viewWord(view)), <Inbox />, () => void navigate({ to: '/inbox/$view', params: { view }, search: {} }))),
    ...me.brands.flatMap(({ id, name }) => (me.brands.length > 1 ? item(`brand ${id}`, name, <Tags />, () => void navigate({ to: '/inbox/$view', params: { view: 'open' }, search: { brand: id } })) : [])),
    ...me.teams.flatMap(({ id, name }) => item(`team ${id}`, name, <UsersRound />, () => void navigate({ to: '/inbox/$view', params: { view: 'open' }, search: { team: id } }))),
  ];
}

export function settingItems({ t, me, navigate }: BarSources, typed: string): BarItem[] {
  return findSettings(t, me.permissions, typed, 6).map(({ to, page, label, icon: Icon, score }) => ({
    id: `setting ${to} ${label}`,
    group: 'settings',
    label,
    detail: label === page ? undefined : page,
    icon: <Icon />,
    // A command or a view of the same name comes first.
    score: score - 0.5,
    recent: null,
    run: () => void navigate({ to }).then(() => label !== page && revealSetting(label)),
  }));
}

export function ticketItem({ navigate }: BarSources, { number, label, group, icon, detail }: { number: number; label: string; group: BarGroup; icon: ReactNode; detail?: string }): BarItem {
  return { id: `ticket ${number}`, group, label, detail, icon, score: 0, recent: { kind: 'ticket', number, label }, run: () => void navigate({ to: '/inbox/$view/$number', params: { view: 'all', number }, search: {} }) };
}

function personItem({ navigate }: BarSources, kind: 'customer' | 'organization', id: number, label: string, group: BarGroup, detail?: string): BarItem {
  const to = kind === 'customer' ? ('/customers/$id' as const) : ('/organizations/$id' as const);
  return { id: `${kind} ${id}`, group, label, detail, icon: kind === 'customer' ? <UserRound /> : <Building2 />, score: 0, recent: { kind, id, label }, run: () => void navigate({ to, params: { id } }) };
}

const joined = (pieces: readonly { text: string }[] | null) => pieces?.map(({ text }) => text).join('') ?? '';

/** What the server found, in its own order. */
export function foundItems(sources: BarSources, found: Found | undefined): BarItem[] {
  if (!found) return [];
  return [
    ...found.tickets.slice(0, 6).map(({ ticket, subject }) => ticketItem(sources, { number: ticket.number, label: joined(subject) || sources.t('tickets.noSubject'), group: 'tickets', icon: <StatusIcon status={ticket.status} />, detail: `#${ticket.number} · ${ticket.requester.name || ticket.requester.email || ''}` })),
    ...found.customers.slice(0, 4).map((hit) => personItem(sources, 'customer', hit.id, joined(hit.name) || joined(hit.email) || joined(hit.phone), 'people', hit.organization?.name ?? joined(hit.email))),
    ...found.organizations.slice(0, 3).map((hit) => personItem(sources, 'organization', hit.id, joined(hit.name), 'people', hit.domains[0])),
  ];
}

/** "#12" and "12" lead to the ticket without asking the server. */
export function numberItems(sources: BarSources, typed: string): BarItem[] {
  const number = Number(/^#?(\d{1,15})$/.exec(typed.trim())?.[1] ?? 0);
  return number > 0 ? [{ ...ticketItem(sources, { number, label: sources.t('around.bar.ticket', { number: `#${number}` }), group: 'tickets', icon: <CornerDownRight /> }), recent: { kind: 'ticket', number, label: `#${number}` } }] : [];
}

export function searchItem({ t, navigate }: BarSources, typed: string): BarItem[] {
  const words = typed.trim();
  return words.length < 2 ? [] : [{ id: 'search', group: 'tickets', label: t('around.bar.searchAll', { words }), icon: <Search />, score: 0, recent: null, run: () => void navigate({ to: '/search', search: { q: words } }) }];
}

/** What was chosen before, as far as it is there now: `known` is all that can be chosen by name. */
export function recentItems(sources: BarSources, known: readonly BarItem[], recent: readonly Recent[]): BarItem[] {
  return recent.flatMap((each): BarItem[] => {
    if (each.kind === 'ticket') return [{ ...ticketItem(sources, { number: each.number, label: each.label, group: 'recent', icon: <History /> }), detail: each.label.startsWith('#') ? undefined : `#${each.number}` }];
    if (each.kind === 'customer' || each.kind === 'organization') return [personItem(sources, each.kind, each.id, each.label, 'recent')];
    const item = known.find(({ id }) => id === `${each.kind} ${each.id}`);
    return item ? [{ ...item, group: 'recent' }] : [];
  });
}
