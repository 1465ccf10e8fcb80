import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import { Kbd } from './kbd.tsx';
import type { Tip } from './tooltip-watch.ts';

/** The one tooltip that shows, at the element that it explains. */
export function TooltipPopup({ tip: { anchor, label, keys, side } }: { tip: Tip }) {
  return (
    <BaseTooltip.Root open>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner anchor={anchor} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <BaseTooltip.Popup data-tooltip-popup="" className="appear flex max-w-72 items-center gap-2 rounded-md bg-raised px-2 py-1 text-small text-text shadow-float">
            {label}
            {keys && <Kbd keys={keys} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
