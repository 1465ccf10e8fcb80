import { useCommands } from '../../../lib/keys/index.ts';
import { pendingOffer } from './pending-offer.ts';

/** The key that says yes to what was asked after a message was sent, wherever one is by then. */
export function PromiseOffer() {
  useCommands([{ id: 'promise.accept', label: 'commitments.noticed.keepSent', group: 'general', keys: ['y'], keysOnly: true, enabled: () => pendingOffer.get() !== null, run: () => pendingOffer.get()?.() }]);
  return null;
}
