import { cx } from '@ombud/ui';
import { Check } from 'lucide-react';

/** A row's own box: a target of full size around a small mark, and light enough for every row of a long list. */
export function RowCheckbox({ label, checked, onToggle, className }: { label: string; checked: boolean; onToggle(range: boolean): void; className?: string }) {
  return (
    <button type="button" role="checkbox" aria-checked={checked} aria-label={label} onClick={(event) => onToggle(event.shiftKey)} className={cx('group/box grid size-6 place-items-center rounded-md coarse:size-11', className)}>
      <span className={cx('grid size-4 place-items-center rounded-sm border', checked ? 'border-accent bg-accent text-on-accent' : 'border-field-line bg-pane group-hover/box:border-muted')}>
        {checked && <Check aria-hidden className="size-3 stroke-3" />}
      </span>
    </button>
  );
}
