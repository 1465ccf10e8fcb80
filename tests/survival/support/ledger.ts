/** What the world outside remembers: what it handed over, and what it was told about it. */

export type LedgerMail = {
  messageId: string;
  subject: string;
  /** Answered with 250. */
  acknowledged: boolean;
  tries: number;
};

export type LedgerTicket = { subject: string; /** From the 201; null while there was none. */ number: number | null };
export type LedgerReply = { mark: string; ticket: number; /** From the 201; null while there was none. */ messageId: number | null };

export type Trouble = {
  /** 0: the connection broke or could not be made. */
  status: number;
  contentType: string;
  code: string;
  milliseconds: number;
};

export type Ledger = {
  mails: LedgerMail[];
  tickets: LedgerTicket[];
  replies: LedgerReply[];
  /** What clients got instead of 250 or 201. */
  mailTrouble: Trouble[];
  apiTrouble: Trouble[];
};

export function openLedger(): Ledger {
  return { mails: [], tickets: [], replies: [], mailTrouble: [], apiTrouble: [] };
}

/** How much was handed over and acknowledged so far. */
export function acknowledged({ mails, tickets, replies }: Ledger): { mails: number; tickets: number; replies: number } {
  return {
    mails: mails.filter((mail) => mail.acknowledged).length,
    tickets: tickets.filter(({ number }) => number !== null).length,
    replies: replies.filter(({ messageId }) => messageId !== null).length,
  };
}
