import type { ReactNode } from 'react';
import { useFormats } from '../../lib/i18n.ts';

/** Not there at all while it holds nothing. */
export function HomeSection({ title, count, all, children }: { title: string; count: number; all?: ReactNode; children: ReactNode }) {
  const formats = useFormats();
  if (count === 0) return null;
  return (
    <section aria-label={title} className="mt-7">
      <div className="flex items-baseline gap-2 border-b border-line-soft pb-1.5">
        <h2 className="font-strong">{title}</h2>
        <span className="tabular text-small text-faint">{formats.number(count)}</span>
        <span className="flex-1" />
        {all}
      </div>
      <ul className="m-0 list-none p-0">{children}</ul>
    </section>
  );
}
