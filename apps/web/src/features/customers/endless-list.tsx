import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

export interface EndlessListProps<Item> {
  label: string;
  items: readonly Item[];
  itemKey(item: Item): string | number;
  /** px */
  rowHeight: number;
  hasMore: boolean;
  onMore(): void;
  children(item: Item): ReactNode;
}

/** Thousands of rows, of which only those in view exist; the next page is fetched before the end is seen. */
export function EndlessList<Item>({ label, items, itemKey, rowHeight, hasMore, onMore, children }: EndlessListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => itemKey(items[at]!),
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= items.length - 10) onMore();
  }, [hasMore, last, items.length, onMore]);
  useEffect(() => rows.measure(), [rows, rowHeight]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => (
          <li key={key} className="absolute inset-x-0 top-0" style={{ height: rowHeight, translate: `0 ${start}px` }}>
            {children(items[index]!)}
          </li>
        ))}
      </ul>
    </div>
  );
}
