/** What an element says of itself in its `data-tooltip` attributes. */
export interface Tip {
  anchor: Element;
  label: string;
  keys?: string;
  side: 'top' | 'bottom' | 'left' | 'right';
}

/** ms: how long a pointer rests before anything shows, and how long after that the next one shows at once */
const openAfter = 500;
const nextAtOnceFor = 300;
/** ms to reach the tooltip itself, which one may point at (WCAG 1.4.13) */
const grace = 120;

/** One set of listeners for all tooltips there are: a row or a button costs nothing but its attributes. */
export function watchTooltips(show: (tip: Tip | null) => void): () => void {
  let over: Element | null = null;
  let shown: Element | null = null;
  let closedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = new MutationObserver(() => shown?.isConnected === false && close());

  function open(anchor: Element) {
    clearTimeout(timer);
    if (!anchor.isConnected || anchor === shown) return;
    shown = anchor;
    left.observe(document.body, { childList: true, subtree: true });
    show(readTip(anchor));
  }
  function close() {
    clearTimeout(timer);
    if (!shown) return;
    left.disconnect();
    shown = null;
    closedAt = performance.now();
    show(null);
  }
  function point(anchor: Element | null) {
    if (anchor === over) return;
    over = anchor;
    clearTimeout(timer);
    if (anchor === null) timer = setTimeout(close, grace);
    else if (anchor !== shown) timer = setTimeout(() => open(anchor), shown || performance.now() - closedAt < nextAtOnceFor ? 0 : openAfter);
  }

  const pointerOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    const popup = event.target.closest('[data-tooltip-popup]');
    if (!popup) return point(event.target.closest('[data-tooltip]'));
    clearTimeout(timer);
    over = popup;
  };
  const focusIn = (event: FocusEvent) => {
    const anchor = event.target instanceof Element && event.target.matches(':focus-visible') ? event.target.closest('[data-tooltip]') : null;
    if (anchor) open(anchor);
    else close();
  };
  const pointerOut = (event: PointerEvent) => event.relatedTarget === null && point(null);

  document.addEventListener('pointerover', pointerOver, { passive: true });
  document.addEventListener('pointerout', pointerOut, { passive: true });
  document.addEventListener('focusin', focusIn);
  document.addEventListener('focusout', close);
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const) document.addEventListener(type, close, { passive: true, capture: true });
  return () => {
    close();
    document.removeEventListener('pointerover', pointerOver);
    document.removeEventListener('pointerout', pointerOut);
    document.removeEventListener('focusin', focusIn);
    document.removeEventListener('focusout', close);
    for (const type of ['pointerdown', 'keydown', 'wheel'] as const) document.removeEventListener(type, close, { capture: true });
  };
}

function readTip(anchor: Element): Tip {
  const side = anchor.getAttribute('data-tooltip-side');
  return {
    anchor,
    label: anchor.getAttribute('data-tooltip') ?? '',
    keys: anchor.getAttribute('data-tooltip-keys') ?? undefined,
    side: side === 'top' || side === 'left' || side === 'right' ? side : 'bottom',
  };
}
