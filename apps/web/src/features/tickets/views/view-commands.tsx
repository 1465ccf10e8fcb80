import { Dialog, FilterList } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { BookmarkPlus, ListTree } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMay } from '../../../lib/session.ts';
import { viewKeys } from '../store/view-filters.ts';
import type { ViewKey } from '../store/types.ts';
import { viewWord } from '../store/words.ts';
import { useSavedViews } from './saved-view-queries.ts';

/** Every view by name, from every screen: in the command bar, and by `g v` as a list to type in. */
export function ViewCommands() {
  const t = useT();
  const navigate = useNavigate();
  const may = useMay('tickets.write');
  const views = useSavedViews();
  const [choosing, setChoosing] = useState(false);
  const go = (view: ViewKey, saved?: number) => void navigate({ to: '/inbox/$view', params: { view }, search: { saved } });
  useCommands(
    [
      { id: 'go.views', label: 'views.goTo', group: 'go', icon: <ListTree />, keys: ['g v'], run: () => setChoosing(true) },
      { id: 'go.mine', label: 'views.goMine', group: 'go', icon: <ListTree />, keys: ['g m'], run: () => go('mine') },
      ...viewKeys.filter((view) => view !== 'mine').map((view) => ({ id: `go.view.${view}`, label: 'views.go' as const, values: { name: t(viewWord(view)) }, group: 'go' as const, icon: <ListTree />, run: () => go(view) })),
      ...views.map((view) => ({ id: `go.saved.${view.id}`, label: 'views.go' as const, values: { name: view.name }, group: 'go' as const, icon: <ListTree />, run: () => go('all', view.id) })),
      { id: 'view.new', label: 'views.new', group: 'list', icon: <BookmarkPlus />, enabled: may, run: () => void import('../store/view-editor.ts').then(({ openEditor }) => (location.pathname.startsWith('/inbox') || go('open'), openEditor({ from: { view: 'open' } }))) },
    ],
    views.map((view) => `${view.id}${view.name}`).join('\n'),
  );
  if (!choosing) return null;
  const choices = [...views.map((view) => ({ value: String(view.id), label: view.name })), ...viewKeys.map((view) => ({ value: view as string, label: t(viewWord(view)) }))];
  return (
    <Dialog open onOpenChange={setChoosing} title={t('views.goTo')} width="narrow">
      <FilterList
        label={t('views.find')}
        choices={choices}
        selected={[]}
        onChoose={(value) => {
          setChoosing(false);
          const standard = viewKeys.find((view) => view === value);
          go(standard ?? 'all', standard ? undefined : Number(value));
        }}
      />
    </Dialog>
  );
}
