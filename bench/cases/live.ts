import type { BenchDesk } from '../desk.ts';
import { latencies, shown, type Result } from '../measure.ts';

const screens = 1_000;
const changes = 60;
const everyMs = 250;

/** From the moment a change is asked for to its arrival on each of a thousand screens of 200 agents. */
export async function changeToScreens(desk: BenchDesk): Promise<Result[]> {
  const { longTickets } = desk.generated;
  // The second agent sees some brands only, and so not every change.
  const tokens = desk.generated.tokens.filter((_, index) => index !== 1);
  const asked = new Map<number, number>();
  const samples: number[] = [];
  const seen = (data: string) => {
    const now = performance.now();
    const message = JSON.parse(data) as { type: string; event?: { type: string; ticket: number } };
    const began = message.type === 'event' && message.event?.type === 'ticket.updated' ? asked.get(message.event.ticket) : undefined;
    if (began !== undefined) samples.push(now - began);
  };
  const sockets: WebSocket[] = [];
  while (sockets.length < screens) {
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, (_, index) => openScreen(desk.port, tokens[(sockets.length + index) % tokens.length]!, seen))))); // 200 of them
  }
  for (let turn = 0; turn < changes; turn += 1) {
    const ticket = longTickets[turn]!; // a hundred of them
    asked.set(ticket, performance.now());
    await desk.ask('PATCH', `/api/v1/tickets/${ticket}`, { add_tags: [`bench-${turn}`] });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  for (const socket of sockets) socket.close();
  const found = latencies(samples.slice());
  const complete = samples.length / (changes * screens);
  return [{ what: `change → ${screens} screens`, tickets: desk.tickets, product: shown(found), raw: '', ratio: `${(complete * 100).toFixed(1)} % seen`, budget: 'p99 ≤ 150 ms', holds: found.p99 <= 150, figures: { ...found, complete } }];
}

function openScreen(port: number, token: string, seen: (data: string) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
    socket.addEventListener('close', ({ code }) => reject(new Error(`closed with ${code}`)));
    socket.addEventListener('open', () => socket.send('{"type":"hello","after":null}'));
    socket.addEventListener('message', ({ data }) => {
      if (String(data).includes('"type":"ready"')) resolve(socket);
      else seen(String(data));
    });
  });
}
