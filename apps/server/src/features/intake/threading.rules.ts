import type { SideOfMail } from '../side-conversations/index.ts';

/** A ticket that a mail may belong to, as it stands. */
export type ThreadTicket = { id: number; /** The ticket that was named, where it was merged into this one. */ askedId?: number; number: number; status: string; folder: string; brandId: number; takesPart: boolean };

export type ThreadEvidence = {
  /** By our own signature in the address that it was sent to (or the report of such a mail): best first. */
  signed: ThreadTicket[];
  /** By our own signature in a Message-ID that it answers. Everybody who was shown the mail's source has that. */
  answered: ThreadTicket[];
  /** By References or In-Reply-To to a message that we have, newest first; else by Thread-Index. */
  quoted: ThreadTicket[];
  /** By a number in the subject. */
  numbered: ThreadTicket | null;
  verdict: 'verified' | 'unverified' | 'failed';
  /** A machine's mail: belongs to its ticket, but neither brings people in nor wakes anything. */
  automatic: boolean;
};

/** An answer in a side conversation (find-side.ts) comes before everything else. */
export type ThreadDecision = TicketDecision | { kind: 'aside'; side: SideOfMail };

export type TicketDecision =
  | { kind: 'join'; ticket: ThreadTicket; /** False: let in by a signed mark that was passed on. */ known: boolean }
  | { kind: 'open'; linkTo: ThreadTicket | null; link: 'related' | 'claims_to_continue' };

/**
 * Where a mail belongs:
 * (a) our signed mark: joins. In the reply address it lets in, unconfirmed, also who does not take part: the mail was passed on
 *     to them. In a Message-ID it is a header like others, which a stranger may have copied, so only for who takes part
 * (b) a message that we have: joins for somebody who takes part
 * (c) a number in the subject: joins for somebody who takes part, when the sender is proved
 * else a new ticket, which says what it claims to continue. A closed ticket, or one in the trash, is continued by a new one.
 */
export function decideThread(evidence: ThreadEvidence): TicketDecision {
  const signed = evidence.signed[0];
  if (signed) return joinOrContinue(signed, signed.takesPart, evidence);
  const answered = evidence.answered.find(({ takesPart }) => takesPart);
  if (answered) return joinOrContinue(answered, true, evidence);
  const quoted = evidence.quoted.find(({ takesPart }) => takesPart);
  if (quoted) return joinOrContinue(quoted, true, evidence);
  const { numbered } = evidence;
  if (numbered?.takesPart && evidence.verdict === 'verified') return joinOrContinue(numbered, true, evidence);
  return { kind: 'open', linkTo: evidence.answered[0] ?? evidence.quoted[0] ?? numbered, link: 'claims_to_continue' };
}

function joinOrContinue(ticket: ThreadTicket, known: boolean, { automatic }: ThreadEvidence): TicketDecision {
  if (!automatic && (ticket.status === 'closed' || ticket.folder === 'trash')) return { kind: 'open', linkTo: ticket, link: known ? 'related' : 'claims_to_continue' };
  return { kind: 'join', ticket, known };
}

/** The number in "[#123]", "#123" or "[Ticket #123]"; null when the subject names none. */
export function numberInSubject(subject: string): number | null {
  const match = /(?:^|[\s[(])#(\d{1,12})(?=[\])\s.,:;!?]|$)/.exec(subject.slice(0, 500));
  const number = match ? Number(match[1]) : 0;
  return number > 0 ? number : null;
}
