import { IconButton, Menu } from '@ombud/ui';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';

/** What can be done with one row, at its end. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const t = useT();
  return (
    <Menu align="end" trigger={<IconButton label={t('settings.actionsFor', { name })} icon={<Ellipsis />} />}>
      {children}
    </Menu>
  );
}

/** The name of a row, which opens it. */
export function RowButton({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="min-h-target min-w-0 max-w-full truncate rounded-sm text-left font-strong hover:underline hover:decoration-line hover:underline-offset-4">
      {children}
    </button>
  );
}
