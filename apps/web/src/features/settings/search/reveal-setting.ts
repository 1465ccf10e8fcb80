import { mayNotMove } from '../../../lib/appearance.ts';

const patience = 5_000;
const controls = 'input:not([type="hidden"]), select, textarea, button, [role="radio"], [role="switch"], [role="combobox"]';

/** Goes to the part of the page with this label, as soon as it is there: into view, with the focus in its field. */
export function revealSetting(label: string): void {
  const end = performance.now() + patience;
  const look = () => {
    const found = findLabel(label);
    if (found) return show(found);
    if (performance.now() < end) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function findLabel(label: string): HTMLElement | null {
  const main = document.querySelector('main');
  if (!main) return null;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) => (node.textContent?.trim() === label ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element && element.getClientRects().length > 0 && !element.closest('h1')) return element;
  }
  return null;
}

function show(element: HTMLElement): void {
  const still = mayNotMove();
  element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  fieldOf(element)?.focus({ preventScroll: true });
  if (!still) element.animate([{ background: 'var(--accent-soft)', boxShadow: '0 0 0 6px var(--accent-soft)' }, { background: 'transparent', boxShadow: '0 0 0 6px transparent' }], { duration: 1_800, easing: 'ease-out' });
}

function fieldOf(element: HTMLElement): HTMLElement | null {
  const labelled = element.closest('label')?.control;
  if (labelled) return labelled;
  const named = element.id && document.querySelector<HTMLElement>(`[aria-labelledby~="${CSS.escape(element.id)}"]`);
  const inNamed = named && (named.matches(controls) ? named : named.querySelector<HTMLElement>('[aria-checked="true"], input:checked') ?? named.querySelector<HTMLElement>(controls));
  return inNamed || (element.parentElement?.querySelector<HTMLElement>(controls) ?? element.closest('section')?.querySelector<HTMLElement>(controls) ?? null);
}
