import type { Page } from 'playwright-core';

export type Geometry = {
  /** Two visible things on top of each other, neither in the other: where each stands in the page, and what it says. */
  overlaps: { key: string; words: string }[];
  /** Words that are not shown whole: by an ellipsis, or by an edge that they run under. */
  cut: { words: string; how: string }[];
  /** Words outside of their button, anything outside of the window that no scrolling brings back. */
  outside: string[];
  /** Controls that cannot be pressed where they are once they are scrolled into view. */
  unreachable: string[];
};

/**
 * The visible words and controls of the page as boxes, and what is wrong with how they lie.
 *
 * A line of words is the box that the browser gives its characters, cut to what its scrolling and clipping ancestors show of it.
 * What lies below an opaque ground (a bar that stays while a list moves) does not count as an overlap, and neither does a control
 * that lies wholly within another (the arrow within a field). Boxes give 2 px, which is the room around the letters.
 */
const measure = `(() => {
  const path = (element) => { const steps = []; for (let at = element; at && at !== document.body; at = at.parentElement) steps.unshift(at.tagName.toLowerCase() + [...at.parentElement.children].indexOf(at)); return steps.join('/'); };
  const say = (text) => text.trim().replace(/\\s+/g, ' ').slice(0, 70);
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) && !element.closest('[inert], [aria-hidden="true"]');
  const isForReaders = (element) => { for (let at = element; at && at !== document.body; at = at.parentElement) { const { clipPath, position, width } = getComputedStyle(at); if (position === 'absolute' && (clipPath !== 'none' || width === '1px')) return true; } return false; };
  const scope = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].filter((each) => each.getClientRects().length > 0 && !each.hasAttribute('data-type')).at(-1) ?? document.body;
  const clipOf = (element) => {
    let box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    let by = null;
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const own = at.getBoundingClientRect();
        if (style.overflowX !== 'visible') box = { ...box, left: Math.max(box.left, own.left), right: Math.min(box.right, own.right) };
        if (style.overflowY !== 'visible') box = { ...box, top: Math.max(box.top, own.top), bottom: Math.min(box.bottom, own.bottom) };
        by ??= at;
      }
      if (style.position === 'fixed') break;
    }
    return { box, by };
  };
  const meet = (one, other) => ({ left: Math.max(one.left, other.left), top: Math.max(one.top, other.top), right: Math.min(one.right, other.right), bottom: Math.min(one.bottom, other.bottom) });
  const isArea = ({ left, top, right, bottom }, least = 0) => right - left > least && bottom - top > least;
  const contains = (outer, inner) => outer.left <= inner.left + 1 && outer.top <= inner.top + 1 && outer.right >= inner.right - 1 && outer.bottom >= inner.bottom - 1;

  const items = [], cut = [], outside = [], unreachable = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element || !isShown(element) || isForReaders(element) || element.closest('option, style, script, iframe, textarea, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { box, by } = clipOf(element);
    const lines = [...range.getClientRects()].filter((line) => line.width > 1 && line.height > 1);
    for (const line of lines) {
      const seen = meet({ left: line.left, top: line.top + 2, right: line.right, bottom: line.bottom - 2 }, box);
      if (isArea(seen, 1)) items.push({ element, box: seen, words: say(node.data), control: false });
    }
    // An ellipsis, or an edge in the middle of a word.
    if (by && lines.length > 0) {
      const style = getComputedStyle(by);
      const own = by.getBoundingClientRect();
      const right = Math.max(...lines.map((line) => line.right)), left = Math.min(...lines.map((line) => line.left)), bottom = Math.max(...lines.map((line) => line.bottom));
      if (['hidden', 'clip'].includes(style.overflowX) && (right > own.right + 1.5 || left < own.left - 1.5)) cut.push({ words: node.data.trim(), how: style.textOverflow === 'ellipsis' ? 'ellipsis' : 'edge' });
      else if (['hidden', 'clip'].includes(style.overflowY) && bottom > own.bottom + 4) cut.push({ words: node.data.trim(), how: 'below the edge' });
    }
    const button = element.closest('button, [role=tab], [role=menuitem], a[class*="rounded"]');
    if (button) {
      const own = button.getBoundingClientRect();
      if (lines.some((line) => line.right > own.right + 1.5 || line.left < own.left - 1.5) && getComputedStyle(element).textOverflow !== 'ellipsis') outside.push('words outside of their button: ' + say(node.data));
    }
    if (lines.some((line) => line.right > innerWidth + 1.5 || line.left < -1.5) && !comesBack(element)) outside.push('outside of the window: ' + say(node.data));
  }
  /** What clips it lies in the window itself, or can be scrolled. */
  function comesBack(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue;
      const own = at.getBoundingClientRect();
      if (own.left >= -1.5 && own.right <= innerWidth + 1.5 && own.width > 0 && own.width < innerWidth - 1.5) return true;
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
    }
    return false;
  }

  const controls = [...scope.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=combobox], [contenteditable=true]')]
    .filter((control) => isShown(control) && !isForReaders(control) && control.getBoundingClientRect().width > 1);
  for (const control of controls) {
    const seen = meet(control.getBoundingClientRect(), clipOf(control.parentElement).box);
    if (isArea(seen, 3)) items.push({ element: control, box: { left: seen.left + 1, top: seen.top + 1, right: seen.right - 1, bottom: seen.bottom - 1 }, words: say(control.getAttribute('aria-label') ?? control.textContent ?? '') || control.tagName, control: true });
  }

  const opaque = (element) => { const color = getComputedStyle(element).backgroundColor; return color !== 'transparent' && !/, 0(\\.\\d+)?\\)$|\\/ 0(\\.\\d+)?\\)$/.test(color); };
  const overlaps = [];
  items.forEach((one, index) => {
    for (const other of items.slice(index + 1)) {
      if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const both = meet(one.box, other.box);
      if (!isArea(both, 1)) continue;
      if (one.control && other.control && (contains(one.box, other.box) || contains(other.box, one.box))) continue;
      // The words of a label over its own field, of a hint within its row's link: one is there for the other.
      if (one.control !== other.control) { const [control, words] = one.control ? [one, other] : [other, one]; if (contains(control.box, words.box)) continue; }
      const stack = document.elementsFromPoint((both.left + both.right) / 2, (both.top + both.bottom) / 2);
      const place = (item) => stack.findIndex((each) => each === item.element || item.element.contains(each));
      const [upper, lower] = [place(one), place(other)].sort((a, b) => a - b);
      if (upper < 0 || stack.slice(0, lower).some((each) => opaque(each) && !each.contains(one.element) !== !each.contains(other.element))) continue;
      overlaps.push({ key: [path(one.element), path(other.element)].sort().join(' + '), words: one.words + ' | ' + other.words });
    }
  });

  for (const control of controls) {
    if (control.matches(':disabled, [aria-disabled=true], [data-disabled]') || getComputedStyle(control).pointerEvents === 'none') continue;
    control.scrollIntoView({ block: 'center', inline: 'center' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const spots = [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75]];
    const hit = spots.some(([x, y]) => { const at = document.elementFromPoint(left + width * x, top + height * y); return at && (control.contains(at) || at.contains(control) && at.closest('label, a, button') || control.labels && [...control.labels].some((label) => label.contains(at))); });
    if (!hit) unreachable.push((control.getAttribute('aria-label') ?? say(control.textContent)) || control.outerHTML.slice(0, 100));
  }
  return { overlaps, cut, outside, unreachable };
})()`;

export const geometryOf = async (page: Page): Promise<Geometry> => (await page.evaluate(measure)) as Geometry;
