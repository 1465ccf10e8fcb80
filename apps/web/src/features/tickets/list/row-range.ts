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

/** Rows drawn beyond each edge, so that scrolling does not show a gap */
const beyond = 8;

export function rowsInView({ top, room, height }: Scrolled): RowRange {
  return { first: Math.max(0, Math.floor(top / height) - beyond), end: Math.max(0, Math.ceil((top + room) / height)) + beyond };
}

/** Where to scroll so that the row is seen whole: as little as needed, not at all when it is. */
export function scrollToShow(index: number, { top, room, height }: Scrolled): number {
  const start = index * height;
  if (start < top) return start;
  return start + height > top + room ? start + height - room : top;
}
