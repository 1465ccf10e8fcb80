import { ApiProblem } from '../../../lib/problem.ts';
import { lacksSteps, stepsOf, tellRefused } from '../steps/steps-store.ts';
import type { MessageKind, Ticket, TicketStatus } from '../store/types.ts';
import { openWrapUp } from '../wrap-up/ask-wrap-up.ts';

export interface Again {
  /** Its wrap-up is written */
  wrapped: true;
  /** Past the steps that are missing */
  override?: { reason: string };
}

export interface Refused {
  ticket: Pick<Ticket, 'number' | 'subject' | 'brand'>;
  /** Undefined: no status was to be set, so nothing is asked for */
  status: TicketStatus | undefined;
  /** What was to be sent with it is still in the composer */
  unsent?: MessageKind;
}

/** Brings up what the server misses before a status, and does the same `again` once it is there. False: it was refused for something else. */
export function askForMissing(error: unknown, { ticket, status, unsent }: Refused, again: (more: Again) => void): boolean {
  if (status && lacksSteps(error)) {
    tellRefused({ ticket: ticket.number, status, steps: stepsOf(error), ...(unsent && { unsent }), goPast: (reason) => again({ wrapped: true, override: { reason } }) });
    return true;
  }
  if (error instanceof ApiProblem && error.code === 'wrap_up_missing') {
    void openWrapUp(ticket, 'required').then((goesOn) => goesOn && again({ wrapped: true }));
    return true;
  }
  return false;
}
