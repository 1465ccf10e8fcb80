import type { MailAddress } from '../tickets/index.ts';
import type { MailFile, StoredUpload } from '../files/index.ts';
import type { Bounce } from '../../platform/mail/reading/read-bounce.ts';

export type AutomaticKind = 'auto-reply' | 'out-of-office' | 'bulk' | 'list' | 'bounce' | 'delay' | 'report' | 'own';

/** The inbox that a mail came to, with what receiving needs of its brand. */
export type IntakeInbox = { id: number; address: string; brandId: number; teamId: number | null; /** The brand wants acknowledgements. */ acknowledges: boolean };

/** A mail read, checked and with its files on the disk: all that the transaction needs. Every text is fit for PostgreSQL. */
export type PreparedMail = {
  /** Who wrote it; the address in lower case. Null when nobody can be read from it. */
  from: MailAddress | null;
  /** Who is to be answered: Reply-To where one is given and the sender is not forged. */
  answerTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  text: string;
  html: string | null;
  replyText: string;
  language: string | null;
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  /** The conversation's part of Outlook's Thread-Index. */
  threadRoot: string | null;
  automatic: AutomaticKind | null;
  mayAnswer: boolean;
  verdict: 'verified' | 'unverified' | 'failed';
  bounce: Bounce | null;
  /** The loop header, when it is there. */
  loopHeader: string | null;
  notices: string[];
  files: MailFile[];
  raw: StoredUpload;
  /** Message-ID and sender; null without a Message-ID. */
  dedupeKey: string | null;
};
