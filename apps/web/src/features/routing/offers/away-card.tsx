import { Button, IconButton } from '@ombud/ui';
import { X } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { AvailabilityDot } from '../../availability/availability-dot.tsx';
import { useSayAvailability } from '../../availability/availability-queries.ts';

/** Who has let offers run out was set away: told until they are back, or close it. */
export function AwayCard({ onClose }: { onClose(): void }) {
  const t = useT();
  const sayIt = useSayAvailability();
  return (
    <section aria-label={t('routing.offer.gone')} className="appear pointer-events-auto rounded-lg bg-raised px-3.5 pt-3 pb-3.5 shadow-float">
      <div className="flex items-center gap-2">
        <AvailabilityDot availability="away" />
        <h2 className="m-0 min-w-0 flex-1 text-base font-strong">{t('routing.offer.gone')}</h2>
        <IconButton label={t('common.close')} icon={<X />} onClick={onClose} className="-my-1 -mr-1.5" />
      </div>
      <p role="alert" className="mt-1 text-muted">{t('routing.offer.gone.hint')}</p>
      <div className="mt-3 flex justify-end"><Button tone="primary" onClick={() => void sayIt({ availability: 'online' })}>{t('routing.offer.back')}</Button></div>
    </section>
  );
}
