// Node's own WebSocket cannot set headers; `ws` comes without types.
// @ts-expect-error -- no declarations
import WebSocket from 'ws';

export type Received = { type: string; [field: string]: any }; // tests look into whatever came

export type TestSocket = {
  /** Fails with the HTTP status of a refused upgrade. */
  opened: Promise<void>;
  /** The close code. */
  closed: Promise<number>;
  send(message: object): void;
  sendText(text: string): void;
  /** The next message, or the next of a type; others before it are left out. */
  next(type?: string): Promise<Received>;
  /** Waits for a message of a type with these fields. */
  until(type: string, fields: object): Promise<void>;
  /** How many of a type have come so far, taken or not. */
  received(type: string): number;
  /** Fails when an event, presence or reset comes within so many milliseconds. */
  quiet(milliseconds: number): Promise<void>;
  close(): void;
};

const patience = 5_000;

/** A screen's socket with any headers, which a browser would not let a page set. */
export function openSocket(url: string, headers: Record<string, string>): TestSocket {
  const socket = new WebSocket(url, { headers });
  const waiting: Received[] = [];
  const all: Received[] = [];
  let notify = () => {};
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Received;
    all.push(message);
    waiting.push(message);
    notify();
  });
  const opened = new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve());
    socket.on('error', reject);
  });
  opened.catch(() => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', (code: number) => resolve(code)));

  async function next(type?: string): Promise<Received> {
    const deadline = Date.now() + patience;
    for (;;) {
      const message = waiting.shift();
      if (message && (type === undefined || message.type === type)) return message;
      if (message) continue;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`no ${type ?? 'message'} came; so far: ${all.map((each) => each.type).join(', ')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        notify = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  return {
    opened,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    sendText: (text) => socket.send(text),
    next,
    async until(type, fields) {
      const wanted = JSON.stringify({ type, ...fields });
      let last = '';
      while (last !== wanted) {
        last = JSON.stringify(await next(type).catch(() => Promise.reject(new Error(`wanted ${wanted}, last was ${last}`))));
      }
    },
    received: (type) => all.filter((message) => message.type === type).length,
    async quiet(milliseconds) {
      const before = all.length;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      const news = all.slice(before).filter(({ type }) => type !== 'pong');
      if (news.length > 0) throw new Error(`unexpected: ${JSON.stringify(news)}`);
    },
    close: () => socket.close(),
  };
}
