/** px: how far a list is scrolled, how much of it is seen, and how high each of its rows is */
export interface Scrolled {
  top: number;
  room: number;
  height: number;
}

/** `end` is the first row that is not in it any more */
export interface RowRange {
  first: number;
  end: number;
}

/** Headings above the rows at `starts`, in order; `height` in px */
export interface Heads {
  starts: readonly number[];
  height: number;
}

export const noHeads: Heads = { starts: [], height: 0 };

/** Rows drawn beyond each edge, so that scrolling does not show a gap */
const beyond = 8;

/** Where the row begins, with the heading that belongs to it. */
export function placeOf(index: number, height: number, { starts, height: head }: Heads = noHeads): number {
  return index * height + starts.filter((start) => start < index).length * head;
}

export function rowsInView({ top, room, height }: Scrolled, heads: Heads = noHeads): RowRange {
  const before = (at: number) => Math.min(heads.starts.length, heads.starts.filter((start, nth) => start * height + nth * heads.height < at).length) * heads.height;
  return { first: Math.max(0, Math.floor((top - before(top)) / height) - beyond), end: Math.max(0, Math.ceil((top + room - before(top + room)) / height)) + beyond };
}

/** Where to scroll so that the row is seen whole: as little as needed, not at all when it is. */
export function scrollToShow(index: number, { top, room, height }: Scrolled, heads: Heads = noHeads): number {
  const start = placeOf(index, height, heads);
  const end = start + height + (heads.starts.includes(index) ? heads.height : 0);
  if (start < top) return start;
  return end > top + room ? end - room : top;
}
