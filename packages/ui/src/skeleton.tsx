import { cx } from './cx.ts';
import { useUiTexts } from './ui-provider.tsx';

/** A grey bar in the place of what comes; it appears only after 150 ms (the class `skeleton` holds it back). */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('skeleton block h-3 rounded-sm', className)} />;
}

/** Lines of different length for lists and texts. Says once, to assistive technology, that something loads. */
export function SkeletonLines({ count = 4, className }: { count?: number; className?: string }) {
  const texts = useUiTexts();
  const widths = ['w-2/3', 'w-11/12', 'w-1/2', 'w-5/6', 'w-3/5'];
  return (
    <div role="status" aria-label={texts.loading} className={cx('flex flex-col gap-3', className)}>
      {Array.from({ length: count }, (_, at) => (
        <Skeleton key={at} className={widths[at % widths.length]} />
      ))}
    </div>
  );
}
