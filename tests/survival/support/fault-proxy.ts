import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * What goes wrong with one attempt at a mail.
 * - stall: from the mail's first byte on nothing moves any more
 * - drop in data: the connection breaks in the middle of the mail
 * - drop before answer: the server behind takes the mail, and the connection breaks before its answer comes through
 * - nonsense: the answer to the recipient is not SMTP
 * - nonsense answer: the server behind takes the mail, and what comes through as its answer is not SMTP
 * - hold: the server behind takes the mail, and its answer never comes through
 */
export type Fault = 'stall' | 'drop in data' | 'drop before answer' | 'nonsense' | 'nonsense answer' | 'hold';

export type FaultProxy = {
  url: string;
  /** What befalls the next attempts at a mail to this address, one after another; then it goes through. */
  plan(address: string, ...faults: Fault[]): void;
  /** Sent to the next connection instead of the server's greeting; '' breaks it at once. */
  greetings: string[];
  /** Milliseconds by which the answer to each mail comes later. */
  delay: number;
  /** What happened so far. */
  done: { address: string; fault: Fault }[];
  close(): Promise<void>;
};

/** A way to a mail server that goes wrong as it is told. Client and server both see real sockets. */
export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const plans = new Map<string, Fault[]>();
  const sockets = new Set<Socket>();
  const proxy: Omit<FaultProxy, 'url' | 'close'> = {
    plan: (address, ...faults) => void plans.set(address, faults),
    greetings: [],
    delay: 0,
    done: [],
  };
  const take = (addresses: string[], mayBe: (fault: Fault) => boolean): Fault | null => {
    for (const address of addresses) {
      const fault = plans.get(address)?.[0];
      if (fault === undefined || !mayBe(fault)) continue;
      plans.get(address)?.shift();
      proxy.done.push({ address, fault });
      return fault;
    }
    return null;
  };
  const server = createServer((client) => {
    const greeting = proxy.greetings.shift();
    if (greeting !== undefined) return void client.on('error', () => undefined).end(greeting);
    const upstream = connect({ host: '127.0.0.1', port: Number(new URL(target).port) });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    relay(client, upstream, proxy, take);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(proxy, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

function relay(client: Socket, upstream: Socket, proxy: Pick<FaultProxy, 'delay'>, take: (addresses: string[], mayBe: (fault: Fault) => boolean) => Fault | null): void {
  let phase: 'commands' | 'asked for data' | 'data' | 'stalled' = 'commands';
  let recipients: string[] = [];
  let fault: Fault | null = null;
  let answerIsDue = false;
  let line = '';
  let tail = '';

  function command(text: string): void {
    if (/^MAIL FROM/i.test(text)) recipients = [];
    const recipient = /^RCPT TO:<([^>]{1,320})>/i.exec(text)?.[1];
    if (recipient !== undefined) {
      recipients.push(recipient.toLowerCase());
      if (take([recipient.toLowerCase()], (each) => each === 'nonsense')) return void client.write('\u0000\u00ff banana banana\r\n', 'latin1');
    }
    if (/^DATA\b/i.test(text)) phase = 'asked for data';
    upstream.write(`${text}\r\n`, 'latin1');
  }

  client.on('data', (chunk: Buffer) => {
    if (phase === 'stalled') return;
    if (phase === 'data') return content(chunk);
    line += chunk.toString('latin1');
    for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
      const text = line.slice(0, end);
      line = line.slice(end + 2);
      command(text);
    }
  });

  function content(chunk: Buffer): void {
    if (fault === 'drop in data') {
      upstream.write(chunk.subarray(0, Math.ceil(chunk.length / 2)));
      return void setTimeout(() => client.destroy(), 20);
    }
    if (fault === 'stall') return void (phase = 'stalled');
    upstream.write(chunk);
    tail = (tail + chunk.toString('latin1')).slice(-5);
    if (tail !== '\r\n.\r\n') return;
    phase = 'commands';
    answerIsDue = true;
  }

  upstream.on('data', (chunk: Buffer) => {
    if (phase === 'asked for data') {
      phase = chunk.toString('latin1').startsWith('354') ? 'data' : 'commands';
      if (phase === 'data') {
        fault = take(recipients, (each) => each !== 'nonsense');
        tail = '';
      }
    } else if (answerIsDue) {
      answerIsDue = false;
      const now = fault;
      fault = null;
      if (now === 'hold') return;
      if (now === 'drop before answer') return void client.destroy();
      if (now === 'nonsense answer') return void client.write('banana banana banana\r\n');
      return void setTimeout(() => client.write(chunk), proxy.delay);
    }
    client.write(withoutPipelining(chunk));
  });
}

/** One command at a time (RFC 2920 not offered), so that each answer belongs to the command before it. */
function withoutPipelining(chunk: Buffer): Buffer {
  const text = chunk.toString('latin1');
  return text.includes('250-PIPELINING\r\n') ? Buffer.from(text.replace('250-PIPELINING\r\n', ''), 'latin1') : chunk;
}
