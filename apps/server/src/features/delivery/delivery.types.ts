import type { Sealer } from '../../platform/auth/sealer.ts';

export type MailAddress = { name: string; address: string };

/** What of a mail could change between two attempts, kept as it was when it was queued (outbox.mail). */
export type QueuedMail = {
  from: MailAddress;
  /** The signed address; also the envelope's sender, so that bounces name their message. */
  reply_to: string;
  to: MailAddress[];
  cc: MailAddress[];
  /** In the envelope alone; absent in rows of older versions. */
  bcc?: MailAddress[];
  subject: string;
  in_reply_to: string | null;
  /** In angle brackets, oldest first. */
  references: string[];
  /** ISO, UTC: the Date header. */
  date: string;
  /** Plain text under the message; '' for none. */
  signature: string;
  /** The customer's link to what was promised (commitment-links); stands between the message and the signature. */
  promise?: { words: string; url: string };
  /** The links by which a customer says how satisfied they were (satisfaction); between the message and the signature. */
  survey?: SurveyLinks;
  language: string | null;
  automatic: boolean;
};

/** Best first; `note` stands under them. */
export type SurveyLinks = { links: { label: string; url: string }[]; note: string };

export type ReplyToQueue = {
  sealer: Sealer;
  ticketId: number;
  /** A public outgoing message already written in this transaction. */
  messageId: number;
  /** How long it can be taken back, in seconds. */
  undoSeconds?: number;
  /** "Send later"; wins over undoSeconds. */
  sendAt?: Date | null;
  /** With sendAt: not at all if a person answers first. */
  unlessAnswered?: boolean;
  /** Marks it Auto-Submitted (RFC 3834). */
  automatic?: boolean;
  /** Asks the customer how satisfied they were. */
  survey?: SurveyLinks;
  /** Only these instead of everybody who takes part. */
  only?: Recipients;
  /** In the envelope, beside whoever gets it openly. */
  bcc?: MailAddress[];
  /** A message of this side conversation: its own thread, marks and kind. Its people are named in `only`. */
  sideId?: number;
};

export type Recipients = { to: MailAddress[]; cc: MailAddress[] };

export type QueuedReply = {
  /** Null when nobody can get it: no confirmed participant with an address. */
  outboxId: number | null;
  /** In angle brackets; stands on the message from now on. */
  messageId: string;
  recipients: Recipients;
};

export const outboxStatuses = ['queued', 'sending', 'sent', 'failed', 'cancelled'] as const;
export type OutboxStatus = (typeof outboxStatuses)[number];

export const outboxKinds = ['reply', 'acknowledgement', 'side', 'survey'] as const;
export type OutboxKind = (typeof outboxKinds)[number];
