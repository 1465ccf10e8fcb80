import type { Ledger, LedgerReply, LedgerTicket } from './ledger.ts';
import type { Clients } from './mail-clients.ts';
import { between, type Random } from './random.ts';
import { pause } from './until.ts';

/** Milliseconds after which a request counts as hung. */
export const longestRequest = 25_000;

export type ApiClientOptions = { urls: string[]; headers: Record<string, string>; ledger: Ledger; random: Random; name: string; clients?: number; pace?: number };

/** Several programs that open tickets and answer them. A request without an answer is not made again: it may have been done. */
export function startApiClients({ urls, headers, ledger, random, name, clients = 3, pace = 80 }: ApiClientOptions): Clients {
  let finishing = false;

  async function client(number: number): Promise<void> {
    const own: number[] = [];
    for (let count = 0; !finishing; count += 1) {
      const url = urls[between(random, 0, urls.length - 1)] as string;
      if (own.length === 0 || random() < 0.5) {
        const ticket: LedgerTicket = { subject: `Case ${name} ${number} ${count}`, number: null };
        ledger.tickets.push(ticket);
        const body = { subject: ticket.subject, text: 'The invoice is wrong.', requester: { email: `caller.${name}.${number}.${count}@customers.example`, name: 'Per Holm' } };
        const made = await post<{ number: number }>(`${url}/api/v1/tickets`, headers, body, ledger);
        if (made) own.push((ticket.number = made.number));
      } else {
        const reply: LedgerReply = { mark: `Answer ${name} ${number} ${count}.`, ticket: own[between(random, 0, own.length - 1)] as number, messageId: null };
        ledger.replies.push(reply);
        const made = await post<{ id: number }>(`${url}/api/v1/tickets/${reply.ticket}/messages`, headers, { kind: 'public', text: `Hello!\n${reply.mark}` }, ledger);
        if (made) reply.messageId = made.id;
      }
      await pause(between(random, pace / 4, pace));
    }
  }

  const running = Array.from({ length: clients }, (_, number) => client(number));
  return {
    async finish() {
      finishing = true;
      await Promise.all(running);
    },
  };
}

/** The body of a 201; null for anything else, which the ledger keeps. */
async function post<Body>(url: string, headers: Record<string, string>, body: object, ledger: Ledger): Promise<Body | null> {
  const began = performance.now();
  const trouble = (status: number, contentType = '', code = '') => {
    ledger.apiTrouble.push({ status, contentType, code, milliseconds: performance.now() - began });
    return null;
  };
  try {
    const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(longestRequest) });
    const answer = (await response.json()) as Body & { code?: string };
    if (response.status === 201) return answer;
    return trouble(response.status, response.headers.get('content-type') ?? '', answer.code);
  } catch (error) {
    return trouble(0, '', error instanceof Error && error.name === 'TimeoutError' ? 'hung' : 'broken');
  }
}
