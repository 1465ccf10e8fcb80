import { useState } from 'react';
import type { Message } from '../store/types.ts';

/**
 * Whether somebody else has written publicly since this text was begun. The first attempt to send only shows it, the
 * second sends; what the server alone knew of comes back as a conflict and ends up here as well.
 */
export function useMeanwhile(newestOfOthers: Message | undefined, writing: boolean, loaded: boolean) {
  const [begun, setBegun] = useState<number | null>(null);
  const [warnedOf, setWarnedOf] = useState(0);
  const [dismissed, setDismissed] = useState(0);
  const id = newestOfOthers?.id ?? 0;
  // A draft may be there before its thread is: what loads then is not news.
  if (loaded && writing && begun === null) setBegun(id);
  if (!writing && begun !== null) setBegun(null);
  return {
    arrived: writing && begun !== null && id > begun && dismissed !== id,
    warned: warnedOf === id,
    warn: () => setWarnedOf(id),
    /** The writer has looked */
    dismiss: () => setDismissed(id),
  };
}
