import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api } from '../../lib/api.ts';
import { useT } from '../../lib/i18n.ts';
import { commandStore, listCommands } from '../../lib/keys/index.ts';
import { useMe } from '../../lib/session.ts';
import { commandItems, foundItems, numberItems, placeItems, recentItems, searchItem, settingItems, type BarItem, type BarSources } from './bar-items.tsx';
import { readRecent } from './recent.ts';

const waitMs = 120;
const mostActions = 8;

/** What was typed, once the typing has paused. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), waitMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** Everything that answers what was typed: at once what this browser knows, and what the server finds when it has found it. */
export function useBarItems(typed: string): BarItem[] {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const registered = useSyncExternalStore(commandStore.subscribe, commandStore.get);
  const words = useSettled(typed.trim());
  const enabled = words.length >= 2 && typed.trim() !== '';
  const { data } = useQuery({
    queryKey: ['search', 'bar', words],
    queryFn: ({ signal }) => api.get('/api/v1/search', { query: { q: words, typing: 'true', limit: 6 }, signal }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });

  return useMemo(() => {
    const sources: BarSources = { t, me, navigate, commands: listCommands(registered) };
    if (typed.trim() === '') {
      const known = [...commandItems(sources, ''), ...placeItems(sources, '')];
      const recent = recentItems(sources, known, readRecent(me.agent.id)).slice(0, 5);
      const again = new Set(recent.map(({ id }) => id));
      return [...recent, ...known.filter(({ id }) => !again.has(id))];
    }
    const byName = [...commandItems(sources, typed), ...placeItems(sources, typed), ...settingItems(sources, typed)].toSorted((one, other) => other.score - one.score);
    const number = numberItems(sources, typed);
    const found = (enabled ? foundItems(sources, data) : []).filter(({ id }) => !number.some((each) => each.id === id));
    // What begins like it is what is meant; the rest of the names stands behind what was found.
    const sure = byName.filter(({ score }) => score >= 2).slice(0, mostActions);
    const vague = byName.filter(({ score }) => score < 2).slice(0, mostActions);
    return inGroups([...number, ...sure, ...found, ...vague, ...searchItem(sources, typed)]);
  }, [t, me, navigate, registered, typed, enabled, data]);
}

/** Each group once, where its first stands. */
function inGroups(items: readonly BarItem[]): BarItem[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  return groups.flatMap((group) => items.filter((item) => item.group === group));
}
