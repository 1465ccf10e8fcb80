import { cx, IconButton } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PanelLeftClose, SquarePen } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay, useMe } from '../../../lib/session.ts';
import { SavedViewsSection } from '../later-parts.tsx';
import { viewsOptions } from '../store/ticket-queries.ts';
import type { ViewKey } from '../store/types.ts';
import type { ListFilter } from '../store/view-filters.ts';
import { viewWord } from '../store/words.ts';

const first: ViewKey[] = ['mine', 'team_unassigned', 'unassigned', 'open', 'pending', 'mentioned', 'snoozed', 'solved_by_me', 'solved', 'all'];
const quietViews: ViewKey[] = ['solved_by_me', 'solved', 'all', 'trash'];
const aside: ViewKey[] = ['spam', 'trash'];

export interface ViewsColumnProps {
  filter: ListFilter;
  onNew(): void;
  onFold?: () => void;
  /** A link was followed; a drawer closes */
  onGo?: () => void;
}

/** Where tickets lie, each with how many; counting stops at a thousand. */
export function ViewsColumn({ filter, onNew, onFold, onGo }: ViewsColumnProps) {
  const t = useT();
  const { data } = useQuery(viewsOptions);
  const { brands, teams } = useMe();
  const may = useMay('tickets.write');
  const counts = new Map(data?.views.map((view) => [view.key, view]));
  const plain = !filter.brand && !filter.team && !filter.saved;
  const link = (view: ViewKey) => (
    <ViewLink key={view} view={view} search={{}} active={plain && filter.view === view} count={counts.get(view)} quiet={quietViews.includes(view)} onGo={onGo}>
      <span className="truncate">{t(viewWord(view))}</span>
    </ViewLink>
  );
  return (
    <nav aria-label={t('tickets.views.label')} className="flex h-full min-h-0 flex-col overflow-y-auto px-2 pt-3 pb-4">
      <div className="flex items-center gap-0.5 pr-0.5 pb-2 pl-2">
        <h2 className="flex-1 truncate font-strong">{t('tickets.views.title')}</h2>
        {onFold && <IconButton label={t('tickets.views.fold')} icon={<PanelLeftClose />} keys="[" onClick={onFold} />}
        {may && <IconButton label={t('tickets.new.open')} icon={<SquarePen />} keys="c" onClick={onNew} />}
      </div>
      <ul className="flex flex-col gap-px">{first.filter((view) => view !== 'team_unassigned' || teams.length > 0).map(link)}</ul>
      <Suspense><SavedViewsSection current={filter.saved} onGo={onGo} /></Suspense>
      {brands.length > 1 && (
        <Group title={t('tickets.views.brands')}>
          {brands.map((brand) => (
            <ViewLink key={brand.id} view="open" search={{ brand: brand.id }} active={filter.brand === brand.id} count={data?.brands.find((each) => each.brand.id === brand.id)} onGo={onGo}>
              <span aria-hidden className="size-2 shrink-0 rounded-[2.5px]" style={{ background: brand.color }} />
              <span className="truncate">{brand.name}</span>
            </ViewLink>
          ))}
        </Group>
      )}
      {teams.length > 0 && (
        <Group title={t('tickets.views.teams')}>
          {teams.map((team) => (
            <ViewLink key={team.id} view="open" search={{ team: team.id }} active={filter.team === team.id} count={data?.teams.find((each) => each.team.id === team.id)} onGo={onGo}>
              <span className="truncate">{team.name}</span>
            </ViewLink>
          ))}
        </Group>
      )}
      <ul className="mt-4 flex flex-col gap-px">{aside.map(link)}</ul>
    </nav>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4">
      <h3 className="truncate px-2 pb-1 text-small font-normal text-faint">{title}</h3>
      <ul className="flex flex-col gap-px">{children}</ul>
    </section>
  );
}

interface ViewLinkProps {
  view: ViewKey;
  search: { brand?: number; team?: number };
  active: boolean;
  count?: { count: number; capped: boolean };
  /** Its number says nothing that has to be done */
  quiet?: boolean;
  onGo?: () => void;
  children: ReactNode;
}

function ViewLink({ view, search, active, count, quiet = false, onGo, children }: ViewLinkProps) {
  const formats = useFormats();
  return (
    <li>
      <Link
        to="/inbox/$view"
        params={{ view }}
        search={search}
        aria-current={active ? 'page' : undefined}
        onClick={onGo}
        className={cx(
          'flex h-control items-center gap-2 rounded-md px-2 outline-offset-[-2px]',
          active ? 'bg-raised text-text shadow-low' : 'text-muted hover:bg-pressed hover:text-text',
        )}
      >
        <span className={cx('flex min-w-0 flex-1 items-center gap-2 truncate', active && 'font-strong')}>{children}</span>
        {count && count.count > 0 && !quiet && <span className="tabular text-small text-faint">{countText(count, formats.number)}</span>}
      </Link>
    </li>
  );
}

export function countText({ count, capped }: { count: number; capped: boolean }, format: (value: number) => string): string {
  return capped ? `${format(count >= 1_000 ? count - 1 : count)}+` : format(count);
}
