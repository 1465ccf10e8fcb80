/** Waiting times in seconds after each failed attempt; then the last again. */
const waits = [10, 60, 300, 900, 3600, 4 * 3600];
/** Seconds after which a mail that could not be handed over comes back to the agent (RFC 5321 §4.5.4.1 asks for 4 to 5 days). */
export const giveUpAfter = 5 * 24 * 3600;

/** With jitter of a quarter either way, so that what failed together does not come back together. `random` is 0 to 1. */
export function secondsToWait(attempts: number, random: number): number {
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? (waits[0] as number);
  return Math.round(wait * (0.75 + random / 2));
}

/** What of nodemailer's errors we go by. */
export type SendTrouble = { code?: string; command?: string; responseCode?: number; response?: string; message?: string; rejected?: string[]; rejectedErrors?: SendTrouble[]; recipient?: string };

// Not the mail's fault: log-in wanted or failed, encryption wanted, commands out of order.
const setUpCodes = new Set([503, 530, 534, 535, 538]);

/** A refusal of this mail for good. One of the connection, the greeting or the log-in is a matter of set-up and may pass. */
export function isPermanent({ command, responseCode }: SendTrouble): boolean {
  if (responseCode === undefined || responseCode < 500 || responseCode > 599 || setUpCodes.has(responseCode)) return false;
  return command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA' || command === 'BDAT';
}

/** Which recipients are refused for good, and which may be tried again. */
export function sortRejected(errors: SendTrouble[], rejected: string[]): { refused: string[]; later: string[] } {
  const refused = rejected.filter((address) => errors.some((error) => error.recipient === address && isPermanent(error)));
  return { refused, later: rejected.filter((address) => !refused.includes(address)) };
}

/** The address itself is bad (RFC 3463 X.1.x, or a plain 550 of a recipient); not that somebody dislikes the content. */
export function isBadAddress(error: SendTrouble): boolean {
  if (error.command !== 'RCPT TO' || !isPermanent(error)) return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(error.response ?? '')?.[1];
  return enhanced ? enhanced.startsWith('5.1.') : error.responseCode === 550 || error.responseCode === 551;
}

/** Of the account that the inbox is connected with; an administrator sees what to do on the inbox's page. */
const signInTroubles = {
  sign_in_again: 'The account’s provider takes our sign-in no more: connect the inbox again',
  app_refused: 'The account’s provider refuses the app registration: its secret may have run out',
};

/**
 * What is kept of an error for people: the server's words, or the code; one line, no login in it. What greets us
 * otherwise than a mail server does (RFC 5321 §4.2) is not quoted: it may be anything in the network beside us.
 */
export function describeTrouble({ code, command, response, message }: SendTrouble): string {
  const signIn = /^mail server: (sign_in_again|app_refused)$/.exec(message ?? '')?.[1];
  if (signIn) return signInTroubles[signIn as keyof typeof signInTroubles];
  if (command === 'CONN' && response !== undefined && !/^[2-5]\d\d(?:[ -]|$)/.test(response)) return 'What answers there is no mail server';
  if (command === 'STARTTLS' && response !== undefined) return 'The server does not offer encryption (STARTTLS), and a login is not sent without it';
  const text = (response ?? message ?? code ?? 'unknown').replace(/[\r\n\0]+/g, ' ').toWellFormed();
  return text.replace(/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s@/]{1,200}@/gi, '$1').slice(0, 300);
}
