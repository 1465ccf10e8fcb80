import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { id: string; seconds: number; signature: string; type: string; body: string; path: string; headers: Record<string, unknown> };

/** Somebody else's server on loopback: keeps what comes, and answers as it is told, by path. */
export async function openReceiver() {
  const received: Received[] = [];
  const answers = new Map<string, (response: ServerResponse) => void>();
  const open = new Map<string, number>();
  const mostOpen = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const now = (open.get(path) ?? 0) + 1;
    open.set(path, now);
    mostOpen.set(path, Math.max(mostOpen.get(path) ?? 0, now));
    response.once('close', () => open.set(path, (open.get(path) ?? 1) - 1));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      received.push({ id: String(request.headers['webhook-id']), seconds: Number(request.headers['webhook-timestamp']), signature: String(request.headers['webhook-signature']), type: (JSON.parse(body) as { type: string }).type, body, path, headers: request.headers });
      const answer = answers.get(path);
      if (answer) answer(response);
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    answers,
    host: `127.0.0.1:${port}`,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    at: (path: string) => received.filter((each) => each.path === path),
    /** How many requests to a path were under way at once. */
    mostOpen: (path: string) => mostOpen.get(path) ?? 0,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
