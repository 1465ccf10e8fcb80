/** What reading a mail yields. Codes, never sentences: the screens translate them. */
export type MailNotice =
  | 'too_large'
  | 'too_many_parts'
  | 'nested_too_deep'
  | 'header_too_large'
  | 'text_cut'
  | 'too_many_attachments'
  | 'took_too_long'
  | 'unreadable'
  | 'from_unreadable'
  | 'several_from'
  | 'encrypted'
  | 'signed_opaque'
  | 'tnef_opened'
  | 'tnef_unreadable';

/** `address` is the bare addr-spec with a lower-case domain; `name` is decoded and may be ''. */
export type Address = { name: string; address: string };

export type MailAttachment = {
  /** Safe to show and to save as: never a path, no control or direction-changing characters. */
  name: string;
  /** Lower-case MIME type as the sender claimed it: never trust it for serving. */
  type: string;
  /** Bytes after transfer decoding. */
  size: number;
  content: Uint8Array;
  /** Without angle brackets, as `cid:` references name it. */
  contentId: string | null;
  /** True when the HTML shows it in its place or the part asked to be shown inline. */
  inline: boolean;
};

/** Times as they stand in the calendar: `2026-05-03T10:00:00Z`, without Z in `timeZone`, or a bare date. */
export type Invitation = {
  summary: string;
  start: string | null;
  end: string | null;
  timeZone: string | null;
  location: string | null;
  organizer: string | null;
  method: string | null;
};

export type ForwardedMail = { from: Address | null; subject: string; date: Date | null; text: string };

export type ReadMail = {
  subject: string;
  from: Address | null;
  sender: Address | null;
  replyTo: Address[];
  to: Address[];
  cc: Address[];
  date: Date | null;
  /** With angle brackets. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  threadIndex: string | null;
  /** The whole text, `\n` line ends; made from the HTML where there is no plain part. */
  text: string;
  /** Sanitised; remote images wait in `data-remote-src`, inline ones in `data-cid`. */
  html: string | null;
  attachments: MailAttachment[];
  invitations: Invitation[];
  forwarded: ForwardedMail[];
  /** As the sender's program declares it in Content-Language (ISO 639-1); `detectLanguage` reads the text itself. */
  language?: string;
  notices: MailNotice[];
  /** First value of each header that later steps ask for, by lower-case name, decoded. */
  headers: Record<string, string>;
  truncated: boolean;
  parseFailed: boolean;
};

export type ReadLimits = {
  maxBytes: number;
  maxParts: number;
  maxDepth: number;
  /** Bytes of one header block. */
  maxHeaderBytes: number;
  maxHeaders: number;
  /** Characters of decoded text, plain and HTML each. */
  maxTextChars: number;
  maxAttachments: number;
  /** Milliseconds after which no further part is opened. */
  maxMillis: number;
};

export const defaultLimits: ReadLimits = {
  maxBytes: 40 * 1024 * 1024,
  maxParts: 500,
  maxDepth: 20,
  maxHeaderBytes: 256 * 1024,
  maxHeaders: 1000,
  maxTextChars: 1_000_000,
  maxAttachments: 200,
  maxMillis: 8000,
};
