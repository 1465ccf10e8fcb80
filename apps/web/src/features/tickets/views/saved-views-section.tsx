import { cx, IconButton, Menu, MenuItem, MenuSeparator } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Copy, Ellipsis, Link2, Pencil, Plus, Trash2, Users, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import type { SavedView } from '../store/types.ts';
import { openEditor } from '../store/view-editor.ts';
import { savedCountsOptions, useMoveView, useRemoveView, useSavedViews } from './saved-view-queries.ts';
import { countText } from './views-column.tsx';

/** Counted and shown; whoever has more finds the others by name (`g v`). */
const mostShown = 40;

/** The views that people built, in the agent's own order: by dragging, or by the menu of each. */
export function SavedViewsSection({ current, onGo }: { current: number | undefined; onGo?: () => void }) {
  const t = useT();
  const may = useMay('tickets.write');
  const views = useSavedViews().slice(0, mostShown);
  const { data: counts } = useQuery(savedCountsOptions(views.map(({ id }) => id)));
  const move = useMoveView();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  if (views.length === 0 && !may) return null;
  return (
    <section className="mt-4" aria-labelledby="saved-views">
      <div className="flex items-center pr-0.5 pl-2">
        <h3 id="saved-views" className="flex-1 truncate pb-1 text-small font-normal text-faint">{t('views.title')}</h3>
        {may && <IconButton label={t('views.new')} icon={<Plus />} onClick={() => (onGo?.(), openEditor({ from: { view: 'open' } }))} className="!size-6 !min-h-6 text-faint" />}
      </div>
      <ul className="flex flex-col gap-px">
        {views.map((view, at) => (
          <li
            key={view.id}
            draggable
            onDragStart={(event) => (event.dataTransfer.setData('text/plain', view.name), setDragged(view.id))}
            onDragOver={(event) => dragged !== null && (event.preventDefault(), setOver(view.id))}
            onDrop={(event) => (event.preventDefault(), dragged !== null && move(dragged, at))}
            onDragEnd={() => (setDragged(null), setOver(null))}
            className={cx('group/view relative', over === view.id && dragged !== view.id && 'rounded-md outline-2 outline-accent')}
          >
            <ViewLink view={view} active={view.id === current} count={counts?.get(view.id)} onGo={onGo} />
            <ViewMenu view={view} at={at} last={views.length - 1} current={view.id === current} move={move} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ViewLink({ view, active, count, onGo }: { view: SavedView; active: boolean; count: { count: number; capped: boolean } | undefined; onGo?: () => void }) {
  const t = useT();
  const formats = useFormats();
  const shared = view.audience === 'team' ? t('views.sharedTeam', { team: view.team?.name ?? '' }) : view.audience === 'everyone' ? t('views.sharedAll') : null;
  return (
    <Link
      to="/inbox/$view"
      params={{ view: 'all' }}
      search={{ saved: view.id }}
      draggable={false}
      aria-current={active ? 'page' : undefined}
      title={shared ? `${view.name} · ${shared}` : view.name}
      onClick={onGo}
      className={cx('flex h-control items-center gap-2 rounded-md px-2 outline-offset-[-2px] coarse:pr-12', active ? 'bg-raised text-text shadow-low' : 'text-muted hover:bg-pressed hover:text-text')}
    >
      <span className={cx('min-w-0 flex-1 truncate', active && 'font-strong')}>{view.name}</span>
      {shared && (
        <span role="img" aria-label={shared} className="shrink-0 text-faint [&_svg]:size-3.5">{view.audience === 'team' ? <Users aria-hidden /> : <UsersRound aria-hidden />}</span>
      )}
      {count && count.count > 0 && <span className="tabular text-small text-faint desk:group-focus-within/view:invisible desk:group-hover/view:invisible">{countText(count, formats.number)}</span>}
    </Link>
  );
}

function ViewMenu({ view, at, last, current, move, onGo }: { view: SavedView; at: number; last: number; current: boolean; move(id: number, to: number): void; onGo?: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const may = useMay('tickets.write');
  const remove = useRemoveView();
  const show = (id: number) => void navigate({ to: '/inbox/$view', params: { view: 'all' }, search: { saved: id } });
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t('views.menu', { name: view.name })} icon={<Ellipsis />} className="!absolute top-0 right-0.5 opacity-0 focus-visible:opacity-100 data-[popup-open]:opacity-100 coarse:opacity-100 desk:group-hover/view:opacity-100" />}
    >
      {view.may_edit && <MenuItem icon={<Pencil />} onSelect={() => (onGo?.(), openEditor({ edit: view }))}>{t('views.edit')}</MenuItem>}
      {may && <MenuItem icon={<Copy />} onSelect={() => (onGo?.(), openEditor({ copy: view }))}>{t('views.duplicate')}</MenuItem>}
      <MenuItem icon={<Link2 />} onSelect={() => void navigator.clipboard.writeText(`${location.origin}/inbox/all?saved=${view.id}`).then(() => toastDone(t('views.linkCopied')))}>{t('views.copyLink')}</MenuItem>
      <MenuSeparator />
      <MenuItem icon={<ArrowUp />} disabled={at === 0} onSelect={() => move(view.id, at - 1)}>{t('views.moveUp')}</MenuItem>
      <MenuItem icon={<ArrowDown />} disabled={at === last} onSelect={() => move(view.id, at + 1)}>{t('views.moveDown')}</MenuItem>
      {view.may_edit && (
        <>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<Trash2 />}
            onSelect={() => {
              if (current) void navigate({ to: '/inbox/$view', params: { view: 'mine' }, search: {} });
              void remove(view, () => current && show(view.id));
            }}
          >
            {t('views.remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
