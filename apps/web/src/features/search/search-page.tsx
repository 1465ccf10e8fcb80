import { Tabs } from '@ombud/ui';
import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { useCommands } from '../../lib/keys/index.ts';
import { useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import type { SearchKind } from '../../routes/search.ts';
import { noteSearch } from './recent-searches.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { SearchStart } from './search-start.tsx';

const route = getRouteApi('/signed-in/search');
const waitMs = 80;

export function SearchPage() {
  const t = useT();
  const { q = '', kind } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe().agent.id;
  const [typed, setTyped] = useState(q);
  const [shown, setShown] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useTitle(t('search.title'));

  // One step back leads to another search by its address: the field follows it.
  if (q !== shown) {
    setShown(q);
    if (q !== typed.trim()) setTyped(q);
  }
  const go = (next: string) => void navigate({ search: (before) => ({ ...before, q: next.trim() || undefined }), replace: true });
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const timer = setTimeout(() => go(typed), waitMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => field.current?.focus(), []);

  function step(by: number) {
    const links = [...(results.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement); // -1 when the focus is elsewhere
    if (at + by < 0) field.current?.focus();
    else links[Math.min(links.length - 1, at + by)]?.focus();
  }
  useCommands([
    { id: 'go/search', label: 'keys.goSearch', group: 'go', icon: <Search />, keys: ['/'], run: () => field.current?.select() },
    { id: 'list.next', label: 'search.keys.next', group: 'list', keys: ['j', 'down'], keysOnly: true, run: () => step(1) },
    { id: 'list.previous', label: 'search.keys.previous', group: 'list', keys: ['k', 'up'], keysOnly: true, run: () => step(-1) },
  ]);
  function search(next: string) {
    setTyped(next);
    go(next);
    field.current?.focus();
  }

  return (
    <main className="flex min-h-0 flex-1 flex-col bg-pane">
      <header className="shrink-0 border-b border-line-soft">
        <div className="mx-auto w-full max-w-4xl px-4 pt-4 pb-2 sm:px-8">
          <h1 className="sr-only">{t('search.title')}</h1>
          <SearchField field={field} value={typed} onChange={setTyped} onDone={() => (go(typed), noteSearch(me, typed))} onLeave={() => step(1)} />
          <Tabs<SearchKind | 'all'>
            label={t('search.kinds')}
            value={kind ?? 'all'}
            tabs={[
              { value: 'all', label: t('search.kind.all') },
              { value: 'tickets', label: t('search.kind.tickets') },
              { value: 'customers', label: t('search.kind.customers') },
              { value: 'organizations', label: t('search.kind.organizations') },
            ]}
            onChange={(next) => void navigate({ search: (before) => ({ ...before, kind: next === 'all' ? undefined : next }) })}
            className="mt-2"
          />
        </div>
      </header>
      <div ref={results} className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-4xl px-2 py-3 sm:px-6">
          {q === '' ? <SearchStart agent={me} onSearch={search} /> : <SearchResults q={q} kind={kind} onOpen={() => noteSearch(me, q)} />}
        </div>
      </div>
    </main>
  );
}
