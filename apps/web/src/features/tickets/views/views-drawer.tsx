import { Dialog } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import { ViewsColumn, type ViewsColumnProps } from './views-column.tsx';

/** The views on a phone. */
export function ViewsDrawer({ open, onClose, ...column }: ViewsColumnProps & { open: boolean; onClose(): void }) {
  const t = useT();
  return (
    <Dialog open={open} onOpenChange={onClose} title={t('tickets.views.title')} width="narrow">
      <ViewsColumn {...column} />
    </Dialog>
  );
}
