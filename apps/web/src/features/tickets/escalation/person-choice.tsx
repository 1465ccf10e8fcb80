import { Avatar, cx } from '@ombud/ui';
import type { ReactNode } from 'react';

interface PersonChoiceProps {
  name: string;
  icon?: ReactNode;
  reasons: string;
  there: boolean;
  checked: boolean;
  /** One of several, or as many as are wanted */
  group: { type: 'radio'; name: string } | { type: 'checkbox' };
  onChange(): void;
}

/** A colleague, with the reason to choose them. */
export function PersonChoice({ name, icon, reasons, there, checked, group, onChange }: PersonChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md border border-line px-2.5 py-1.5 hover:bg-hover has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus">
      <input type={group.type} name={group.type === 'radio' ? group.name : undefined} checked={checked} onChange={onChange} className="sr-only" />
      {icon ?? <Avatar name={name} />}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-strong">{name}</span>
        {reasons && <span className={cx('block text-small [overflow-wrap:anywhere]', there ? 'text-muted' : 'text-faint')}>{reasons}</span>}
      </span>
      {there && <span aria-hidden className="size-2 shrink-0 rounded-full bg-green" />}
    </label>
  );
}
