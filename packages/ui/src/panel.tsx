import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { cx } from './cx.ts';

export interface PanelLimits {
  initial: number;
  min: number;
  max: number;
}

export interface PanelState {
  /** px; 0 while folded */
  width: number;
  folded: boolean;
  limits: PanelLimits;
  resize(width: number): void;
  fold(folded: boolean): void;
  toggle(): void;
}

interface Stored {
  width: number;
  folded: boolean;
}

export function clampWidth(width: number, { min, max }: PanelLimits): number {
  return Math.round(Math.min(max, Math.max(min, width)));
}

function readStored(key: string, limits: PanelLimits): Stored {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (stored && typeof stored === 'object' && 'width' in stored && typeof stored.width === 'number') {
      return { width: clampWidth(stored.width, limits), folded: 'folded' in stored && stored.folded === true };
    }
  } catch {
    // Storage is closed or holds something else: start with the initial width.
  }
  return { width: limits.initial, folded: false };
}

/** The width of a panel and whether it is folded; remembered in this browser under its name. */
export function usePanel(name: string, limits: PanelLimits): PanelState {
  const key = `ombud.panel.${name}`;
  const [state, setState] = useState<Stored>(() => readStored(key, limits));

  const change = useCallback(
    (edit: (before: Stored) => Stored) =>
      setState((before) => {
        const after = edit(before);
        try {
          localStorage.setItem(key, JSON.stringify(after));
        } catch {
          // Not remembered, but it works until the page is left.
        }
        return after;
      }),
    [key],
  );
  return {
    width: state.folded ? 0 : state.width,
    folded: state.folded,
    limits,
    resize: (width) => change((before) => ({ ...before, width: clampWidth(width, limits), folded: false })),
    fold: (folded) => change((before) => ({ ...before, folded })),
    toggle: () => change((before) => ({ ...before, folded: !before.folded })),
  };
}

export interface PanelSplitterProps {
  panel: PanelState;
  /** "Width of the list" */
  label: string;
  /** The id of the panel it moves */
  controls: string;
  /** On which side of the splitter the panel lies */
  side: 'left' | 'right';
  className?: string;
}

const step = 16;

/** The edge of a panel: drag, arrow keys (Shift for larger steps), Home, End; Enter or a double press folds. */
export function PanelSplitter({ panel, label, controls, side, className }: PanelSplitterProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const towards = side === 'left' ? 1 : -1;

  function onKeyDown(event: KeyboardEvent) {
    const by = (event.shiftKey ? 4 : 1) * step * towards;
    const moves: Record<string, () => void> = {
      ArrowRight: () => panel.resize(panel.width + by),
      ArrowLeft: () => panel.resize(panel.width - by),
      Home: () => panel.resize(panel.limits.min),
      End: () => panel.resize(panel.limits.max),
      Enter: panel.toggle,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: panel.width };
  }

  function onPointerMove(event: PointerEvent) {
    if (!start.current) return;
    const width = start.current.width + (event.clientX - start.current.x) * towards;
    // Dragged far below its least width: it folds, like a door that falls shut.
    if (width < panel.limits.min / 2) panel.fold(true);
    else panel.resize(width);
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={panel.width}
      aria-valuemin={0}
      aria-valuemax={panel.limits.max}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onDoubleClick={panel.toggle}
      className={cx(
        'group relative z-10 -mx-1 w-2 shrink-0 cursor-col-resize touch-none outline-none max-desk:hidden',
        'after:absolute after:inset-y-0 after:left-1/2 after:w-px after:-translate-x-1/2 after:bg-line after:transition-all after:duration-[var(--quick)] hover:after:w-0.5 hover:after:bg-accent focus-visible:after:w-0.5 focus-visible:after:bg-focus active:after:bg-accent',
        className,
      )}
    />
  );
}
