import { cx, Menu, MenuItem, StatusIcon } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronDown, PanelsTopLeft, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMe } from '../../../lib/session.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { findTicket } from '../store/ticket-cache.ts';
import type { ViewKey } from '../store/types.ts';
import { closeOtherTabs, closeTab, openTab, useTabs, type TicketTab } from './open-tabs.ts';

/**
 * Tickets that are kept at hand, above the one that is read. A row that is pressed with Ctrl or ⌘ opens behind, in a tab of
 * its own; what is in a tab is fetched when somebody goes to it, and not before.
 */
export function TabStrip({ openNumber, view }: { openNumber: number | null; view: ViewKey }) {
  const t = useT();
  const me = useMe().agent.id;
  const client = useQueryClient();
  const navigate = useNavigate();
  const tabs = useTabs(me);
  const strip = useRef<HTMLUListElement>(null);
  const subjectOf = (number: number) => findTicket(client, number)?.subject || t('tickets.noSubject');
  const go = (number: number) => void navigate({ to: '/inbox/$view/$number', params: { view, number }, search: true });

  useEffect(() => {
    // Before the link itself, which would leave it to the browser to open another window.
    function onClick(event: MouseEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.button !== 0 || !(event.target instanceof Element)) return;
      const number = Number(event.target.closest('a')?.closest<HTMLElement>('[data-number]')?.dataset['number']);
      if (!number) return;
      event.preventDefault();
      event.stopPropagation();
      openTab(me, { number, subject: findTicket(client, number)?.subject ?? '' });
    }
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [client, me]);

  useEffect(() => {
    strip.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openNumber]);

  function close(tab: TicketTab) {
    const next = closeTab(me, tab.number);
    if (tab.number === openNumber) {
      if (next) go(next.number);
      else void navigate({ to: '/inbox/$view', params: { view }, search: true });
    }
    offerUndo(t('around.tabs.closed', { number: `#${tab.number}` }), () => openTab(me, tab), { seconds: 6 });
  }
  const at = tabs.findIndex(({ number }) => number === openNumber);
  const here = tabs[at];
  const step = (by: number) => {
    const to = tabs.at((at + by) % tabs.length);
    if (to) go(to.number);
  };

  useCommands([
    { id: 'tabs.keep', label: 'around.tabs.keep', group: 'ticket', icon: <PanelsTopLeft />, enabled: openNumber !== null && !here, run: () => openNumber !== null && openTab(me, { number: openNumber, subject: subjectOf(openNumber) }) },
    { id: 'tabs.close', label: 'around.tabs.close', group: 'ticket', icon: <X />, keys: ['g x'], enabled: here !== undefined, run: () => here && close(here) },
    { id: 'tabs.next', label: 'around.tabs.next', group: 'go', keys: ['g right'], enabled: tabs.length > 0, run: () => step(1) },
    { id: 'tabs.previous', label: 'around.tabs.previous', group: 'go', keys: ['g left'], enabled: tabs.length > 0, run: () => step(at < 0 ? 0 : -1) },
  ]);

  if (tabs.length === 0) return null;
  return (
    <nav aria-label={t('around.tabs.label')} className="flex h-9 shrink-0 items-stretch border-b border-line-soft bg-bg">
      <ul ref={strip} className="flex min-w-0 flex-1 items-stretch overflow-x-auto [scrollbar-width:none]">
        {tabs.map((tab) => (
          <Tab key={tab.number} tab={tab} subject={findTicket(client, tab.number)?.subject || tab.subject || t('tickets.noSubject')} status={findTicket(client, tab.number)?.status} here={tab.number === openNumber} view={view} onClose={() => close(tab)} />
        ))}
      </ul>
      {tabs.length > 1 && (
        <Menu
          align="end"
          trigger={
            <button type="button" aria-label={t('around.tabs.all')} className="grid w-9 shrink-0 place-items-center border-l border-line-soft text-muted outline-offset-[-2px] hover:bg-hover">
              <ChevronDown aria-hidden className="size-4" />
            </button>
          }
        >
          {tabs.map((tab) => (
            <MenuItem key={tab.number} onSelect={() => go(tab.number)}>
              #{tab.number} {tab.subject}
            </MenuItem>
          ))}
          {here && (
            <MenuItem icon={<X />} onSelect={() => closeOtherTabs(me, here.number)}>
              {t('around.tabs.closeOthers')}
            </MenuItem>
          )}
        </Menu>
      )}
    </nav>
  );
}

function Tab({ tab, subject, status, here, view, onClose }: { tab: TicketTab; subject: string; status?: Parameters<typeof StatusIcon>[0]['status']; here: boolean; view: ViewKey; onClose(): void }) {
  const t = useT();
  return (
    <li className={cx('group/tab flex max-w-56 min-w-28 shrink-0 items-center border-r border-line-soft', here ? 'bg-pane' : 'text-muted hover:bg-hover')}>
      <Link
        to="/inbox/$view/$number"
        params={{ view, number: tab.number }}
        search
        preload={false}
        aria-current={here ? 'page' : undefined}
        title={subject}
        onAuxClick={(event) => event.button === 1 && (event.preventDefault(), onClose())}
        className="flex h-full min-w-0 flex-1 items-center gap-1.5 pl-3 outline-offset-[-2px] [&_svg]:size-3.5 [&_svg]:shrink-0"
      >
        {status && <StatusIcon status={status} />}
        <span className={cx('min-w-0 truncate', here && 'font-strong')}>{subject}</span>
        <span className="shrink-0 text-small text-faint">#{tab.number}</span>
      </Link>
      <button type="button" aria-label={t('around.tabs.closeOne', { number: `#${tab.number}` })} onClick={onClose} className={cx('mx-1 grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:bg-pressed hover:text-text', !here && 'opacity-0 group-hover/tab:opacity-100 focus-visible:opacity-100')}>
        <X aria-hidden className="size-3.5" />
      </button>
    </li>
  );
}
