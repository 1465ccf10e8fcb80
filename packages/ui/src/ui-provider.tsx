import { CSPProvider } from '@base-ui/react/csp-provider';
import { createContext, useContext, type ReactNode } from 'react';
import { TooltipHost } from './tooltip.tsx';

/** What the components need from the person's language; the app gives it, this package has no texts of its own. */
export interface UiTexts {
  close: string;
  clear: string;
  open: string;
  notifications: string;
  noMatches: string;
  loading: string;
  /** "3 minutes ago", up to a day; after that a short date */
  relativeTime(date: Date, now: Date): string;
  /** Date and time to the minute, with the time zone where it is not the person's own */
  absoluteTime(date: Date): string;
  fileSize(bytes: number): string;
  /** The person's own key for one that a button comes with; undefined: none */
  shownKeys(combo: string): string | undefined;
}

const UiContext = createContext<UiTexts | null>(null);

export function useUiTexts(): UiTexts {
  const texts = useContext(UiContext);
  if (!texts) throw new Error('UiProvider is missing above this component');
  return texts;
}

/** The key to show on a button, as the person has it. */
export function useShownKeys(keys: string | undefined): string | undefined {
  const { shownKeys } = useUiTexts();
  return keys && shownKeys(keys);
}

/** Stands once around the app. Style elements are off because our content security policy refuses them. */
export function UiProvider({ texts, children }: { texts: UiTexts; children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <UiContext value={texts}>
        {children}
        <TooltipHost />
      </UiContext>
    </CSPProvider>
  );
}
