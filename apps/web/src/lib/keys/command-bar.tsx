import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { cx, Kbd } from '@ombud/ui';
import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useT } from '../i18n.ts';
import { rank } from './command-search.ts';
import { activeKeys, commandStore, isEnabled, listCommands, type Command } from './registry.ts';

interface Found {
  command: Command;
  label: string;
  score: number;
}

/** Every command by name: type, choose with the arrows, Enter. */
export function CommandBar({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-[var(--quick)] data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 pt-[14vh]">
          <CommandList onClose={() => onOpenChange(false)} />
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function CommandList({ onClose }: { onClose(): void }) {
  const t = useT();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const registered = useSyncExternalStore(commandStore.subscribe, commandStore.get);

  const found = useMemo<Found[]>(() => {
    const offered = listCommands(registered).filter((command) => !command.keysOnly && isEnabled(command));
    return offered
      .flatMap((command): Found[] => {
        const label = t(command.label, command.values);
        const score = rank(label, typed);
        return score === null ? [] : [{ command, label, score }];
      })
      .sort((one, other) => other.score - one.score || groupRank(one) - groupRank(other));
  }, [t, typed, registered]);

  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function choose(command: Command | undefined) {
    if (!command) return;
    onClose();
    // After the focus has gone back, so that a command may put it elsewhere.
    requestAnimationFrame(() => command.run());
  }

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: found.length - 1 };
    const next = moves[event.key];
    if (next !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((next + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(found[chosen]?.command);
    }
  }

  return (
    <BaseDialog.Popup initialFocus={input} aria-label={t('keys.commandBar')} className="appear flex max-h-[60vh] w-full max-w-xl flex-col overflow-hidden rounded-xl bg-raised shadow-float outline-none">
      <div className="flex items-center gap-3 border-b border-line-soft px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <input
          ref={input}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={found[chosen] && `${listId}-${chosen}`}
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
      <ul ref={list} id={listId} role="listbox" aria-label={t('keys.commandBar')} className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {found.map(({ command, label }, index) => (
          <li
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(command)}
            className={cx('flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-muted', index === chosen && 'bg-pressed')}
          >
            <span className="grid w-4 place-items-center">{command.icon}</span>
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {activeKeys(command)[0] && <Kbd keys={activeKeys(command)[0]!} className="coarse:hidden" />}
          </li>
        ))}
      </ul>
      <p role="status" className={found.length > 0 ? 'sr-only' : 'px-4 pt-1 pb-4 text-muted'}>
        {found.length === 0 && t('keys.commandBar.empty')}
      </p>
    </BaseDialog.Popup>
  );
}

/** With nothing typed, what belongs to the ticket at hand comes before where one can go. */
const order: readonly Command['group'][] = ['compose', 'ticket', 'list', 'go', 'general'];
const groupRank = ({ command }: Found) => order.indexOf(command.group);
