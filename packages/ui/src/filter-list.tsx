import { Check, ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { bestFirst } from './best-first.ts';
import { cx } from './cx.ts';
import type { Choice } from './select.tsx';
import { useUiTexts } from './ui-provider.tsx';

export interface FilterListProps {
  /** Accessible name of the field and the list */
  label: string;
  choices: readonly Choice[];
  /** Those with a tick; one or several */
  selected: readonly string[];
  onChoose(value: string): void;
  /** When the choices depend on what is typed, the caller makes them; otherwise they are filtered here */
  onSearch?(text: string): void;
  /** A choice may bring other choices; the first of them is then marked */
  stepwise?: boolean;
}

/** For inside a Popover: a field to type in above a list that is open at once; arrows, Enter, or a press choose. */
export function FilterList({ label, choices, selected, onChoose, onSearch, stepwise = false }: FilterListProps) {
  const texts = useUiTexts();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const fitting = onSearch ? choices : bestFirst(choices, typed);
  const active = Math.min(at, fitting.length - 1);

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: fitting.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt((to + fitting.length) % Math.max(1, fitting.length));
    }
    const choice = fitting[active];
    if (event.key === 'Enter' && choice) {
      event.preventDefault();
      choose(choice.value);
    }
  }
  function search(text: string) {
    setTyped(text);
    setAt(0);
    onSearch?.(text);
  }
  function choose(value: string) {
    onChoose(value);
    if (stepwise) setAt(0);
    if (typed !== '') search('');
  }
  return (
    <div className="flex min-h-0 flex-col">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={fitting[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={typed}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className="h-9 w-full border-b border-line-soft bg-transparent px-3 outline-none coarse:h-12"
      />
      <ul ref={list} id={id} role="listbox" aria-label={label} className="m-0 max-h-72 list-none overflow-y-auto overscroll-contain p-1">
        {fitting.map((choice, index) => (
          <li
            key={choice.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={selected.includes(choice.value)}
            data-active={index === active ? '' : undefined}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(choice.value)}
            className={cx('flex min-h-control cursor-default items-center gap-2 rounded-md px-2 select-none [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted', index === active && 'bg-hover')}
          >
            {choice.icon}
            <span className="min-w-0 flex-1 truncate" title={choice.label}>{choice.label}</span>
            {selected.includes(choice.value) && <Check aria-hidden />}
            {choice.opens && <ChevronRight aria-hidden />}
          </li>
        ))}
        {fitting.length === 0 && <li className="px-2 py-1.5 text-muted">{texts.noMatches}</li>}
      </ul>
    </div>
  );
}
