import { cloneElement, useEffect, useState, type ReactElement } from 'react';
import { watchTooltips, type Tip } from './tooltip-watch.ts';
import { useLater } from './use-later.ts';

type Marks = { 'data-tooltip'?: string; 'data-tooltip-keys'?: string; 'data-tooltip-side'?: Tip['side'] };

export interface TooltipProps {
  label: string;
  keys?: string;
  side?: Tip['side'];
  /** The element that it explains; it must have an accessible name of its own */
  children: ReactElement<Marks>;
}

/** Only marks the element: TooltipHost listens once for all and shows the one that is pointed at or has the focus. */
export function Tooltip({ label, keys, side, children }: TooltipProps) {
  return cloneElement(children, { 'data-tooltip': label, 'data-tooltip-keys': keys, 'data-tooltip-side': side });
}

const loadPopup = () => import('./tooltip-popup.tsx');

/** Stands once around the app, in UiProvider. */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => watchTooltips(setTip), []);
  const popup = useLater(loadPopup, tip !== null);
  return tip && popup && <popup.TooltipPopup tip={tip} />;
}
