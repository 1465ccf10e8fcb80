import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { cx, Kbd } from '@ombud/ui';
import { Search } from 'lucide-react';
import { startTransition, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import type { BarItem } from './bar-items.tsx';
import { noteRecent } from './recent.ts';
import { useBarItems } from './use-bar-items.ts';

/** Everything there is, by name: type, choose with the arrows, Enter. */
export function CommandBar({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  // A bar of its own each time: one that is opened again while it fades would keep its words and not take the focus.
  const [times, setTimes] = useState({ open, count: 0 });
  if (open !== times.open) setTimes({ open, count: times.count + (open ? 1 : 0) });
  return (
    <BaseDialog.Root key={times.count} open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-[var(--quick)] data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 pt-[12vh] max-desk:pt-3">
          <Bar onClose={() => onOpenChange(false)} />
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function Bar({ onClose }: { onClose(): void }) {
  const t = useT();
  const me = useMe().agent.id;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const items = useBarItems(typed);
  const isWhole = useRestLater();
  const chosen = Math.min(at, items.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function choose(item: BarItem | undefined) {
    if (!item) return;
    if (item.recent) noteRecent(me, item.recent);
    onClose();
    // After the focus has gone back, so that a command may put it elsewhere.
    requestAnimationFrame(() => item.run());
  }

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: items.length - 1 };
    const next = moves[event.key];
    if (next !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((next + items.length) % items.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(items[chosen]);
    }
  }

  return (
    <BaseDialog.Popup initialFocus={input} aria-label={t('keys.commandBar')} className="appear flex max-h-[68vh] w-full max-w-2xl flex-col overflow-hidden rounded-xl bg-raised shadow-float outline-none">
      <div className="flex items-center gap-3 border-b border-line-soft px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <input
          ref={input}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items[chosen] && `${listId}-${chosen}`}
          aria-label={t('keys.commandBar.placeholder')}
          placeholder={t('keys.commandBar.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-title outline-none"
        />
        <Kbd keys="esc" className="coarse:hidden" />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('keys.commandBar')} className="min-h-0 flex-1 overflow-y-auto p-1.5 pt-0">
        {groupsOf(isWhole ? items : items.slice(0, atFirst)).map(({ group, from, members }) => (
          <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
            <div id={`${listId}-${group}`} className="px-2.5 pt-2.5 pb-1 text-small text-faint">
              {t(`around.bar.${group}`)}
            </div>
            {members.map((item, index) => (
              <Row key={item.id} id={`${listId}-${from + index}`} item={item} chosen={from + index === chosen} onPoint={() => setAt(from + index)} onChoose={() => choose(item)} />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={items.length > 0 ? 'sr-only' : 'px-4 pt-3 pb-4 text-muted'}>
        {typed.trim() !== '' && t('around.bar.count', { count: items.length })}
      </p>
    </BaseDialog.Popup>
  );
}

function Row({ id, item, chosen, onPoint, onChoose }: { id: string; item: BarItem; chosen: boolean; onPoint(): void; onChoose(): void }) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={cx('flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted', chosen && 'bg-pressed')}
    >
      <span className="grid w-4 place-items-center">{item.icon}</span>
      <span className="min-w-0 truncate">{item.label}</span>
      {item.detail && <span className="min-w-0 flex-1 truncate text-small text-muted">{item.detail}</span>}
      {item.keys && <Kbd keys={item.keys} className="ml-auto coarse:hidden" />}
    </div>
  );
}

/** Rows of the first frame: more than the bar shows at once. */
const atFirst = 20;

/** The rows below the edge come when the bar stands: whoever opens it waits for what they see, not for all there is. */
function useRestLater(): boolean {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    // After the frame that shows the bar, which a frame's own callback still comes before.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => startTransition(() => setWhole(true)))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isWhole;
}

/** Neighbours of one group together, with the place of the first among all. */
function groupsOf(items: readonly BarItem[]): { group: BarItem['group']; from: number; members: BarItem[] }[] {
  const groups: { group: BarItem['group']; from: number; members: BarItem[] }[] = [];
  for (const [at, item] of items.entries()) {
    const last = groups.at(-1);
    if (last?.group === item.group) last.members.push(item);
    else groups.push({ group: item.group, from: at, members: [item] });
  }
  return groups;
}
