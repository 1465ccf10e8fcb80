import { Dialog, FilterList } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { BookmarkPlus, ListTree, PanelRight, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { densities } from '../../../lib/appearance.ts';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useIsWide } from '../../../lib/media.ts';
import { useChangeMe, useMay, useMe } from '../../../lib/session.ts';
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
  const wide = useIsWide();
  const { preferences } = useMe();
  const change = useChangeMe();
  const [choosing, setChoosing] = useState(false);
  const go = (view: ViewKey, saved?: number) => void navigate({ to: '/inbox/$view', params: { view }, search: { saved } });
  useCommands(
    [
      { id: 'go.views', label: 'views.goTo', group: 'go', icon: <ListTree />, keys: ['g v'], run: () => setChoosing(true) },
      { id: 'go.mine', label: 'views.goMine', group: 'go', icon: <ListTree />, keys: ['g m'], run: () => go('mine') },
      ...viewKeys.filter((view) => view !== 'mine').map((view) => ({ id: `go.view.${view}`, label: 'views.go' as const, values: { name: t(viewWord(view)) }, group: 'go' as const, icon: <ListTree />, run: () => go(view) })),
      ...views.map((view) => ({ id: `go.saved.${view.id}`, label: 'views.go' as const, values: { name: view.name }, group: 'go' as const, icon: <ListTree />, run: () => go('all', view.id) })),
      ...(['split', 'full'] as const).map((reading) => ({ id: `reading.${reading}`, label: 'views.readingIs' as const, values: { how: t(`views.reading.${reading}`) }, group: 'general' as const, icon: <PanelRight />, enabled: wide && preferences.reading !== reading, run: () => void change({ preferences: { reading } }) })),
      ...densities.map((density) => ({ id: `density.${density}`, label: 'views.densityIs' as const, values: { how: t(`shell.density.${density}`) }, group: 'general' as const, icon: <Rows3 />, enabled: preferences.density !== density, run: () => void change({ preferences: { density } }) })),
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
