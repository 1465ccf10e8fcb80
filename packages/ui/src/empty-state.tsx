import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** What to do next, in a sentence */
  children?: ReactNode;
  action?: ReactNode;
  /** When it is all there is on the page, its title is the page's */
  page?: boolean;
  className?: string;
}

export function EmptyState({ icon, title, children, action, page = false, className }: EmptyStateProps) {
  return (
    <div className={cx('mx-auto flex max-w-sm flex-col items-center px-6 py-12 text-center', className)}>
      {icon && <div className="mb-3 text-faint [&_svg]:size-6 [&_svg]:stroke-[1.5]">{icon}</div>}
      {page ? <h1 className="text-body">{title}</h1> : <p className="font-strong">{title}</p>}
      {children && <div className="mt-1 text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
