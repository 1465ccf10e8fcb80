import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLive, waitBefore, type ServerMessage } from './live.ts';

class FakeSocket {
  readyState = 0;
  sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  accept() {
    this.readyState = 1;
    this.onopen?.();
  }
  hear(message: ServerMessage) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

let sockets: FakeSocket[] = [];
const newest = () => sockets.at(-1)!;
const openFake = () => {
  const socket = new FakeSocket();
  sockets.push(socket);
  return socket as unknown as WebSocket;
};
const event = (id: number): ServerMessage => ({ type: 'event', position: `p${id}`, event: { id, type: 'ticket.updated', ticket: 7, data: {}, created_at: '2026-11-22T12:00:00Z' } });

beforeEach(() => {
  sockets = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function connected() {
  const live = createLive({ open: openFake, random: () => 1 });
  live.start();
  newest().accept();
  newest().hear({ type: 'ready', position: 'p0' });
  return live;
}

test('a session that the server ends is told of, a broken line is not', () => {
  const onRefused = vi.fn();
  const live = createLive({ open: openFake, random: () => 1, onRefused });
  live.start();
  newest().accept();
  newest().close();
  expect(onRefused).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  newest().accept();
  newest().close(4401);
  expect(onRefused).toHaveBeenCalledOnce();
  live.stop();
});

test('after a break it asks for what came after the last event it saw', () => {
  const live = connected();
  expect(newest().sent).toEqual([{ type: 'hello', after: null }]);
  newest().hear(event(1));
  newest().close();
  expect(live.state.get()).toBe('waiting');
  vi.advanceTimersByTime(500);
  newest().accept();
  expect(sockets).toHaveLength(2);
  expect(newest().sent).toEqual([{ type: 'hello', after: 'p1' }]);
});

test('colleagues see the same presence after a reconnect', () => {
  const live = connected();
  live.setPresence(7, 'writing');
  live.setPresence(7, 'writing');
  expect(newest().sent.slice(1)).toEqual([{ type: 'presence', ticket: 7, state: 'writing' }]);
  newest().close();
  vi.advanceTimersByTime(500);
  newest().accept();
  expect(newest().sent).toContainEqual({ type: 'presence', ticket: 7, state: 'writing' });
});

test('who is too far behind starts afresh', () => {
  connected();
  newest().hear(event(1));
  newest().hear({ type: 'reset' });
  newest().close();
  vi.advanceTimersByTime(500);
  newest().accept();
  expect(newest().sent).toEqual([{ type: 'hello', after: null }]);
});

test('waits grow, are spread, and have an end', () => {
  expect(waitBefore(0, 0)).toBe(250);
  expect(waitBefore(0, 1)).toBe(500);
  expect(waitBefore(3, 1)).toBe(4_000);
  expect(waitBefore(30, 1)).toBe(8_000);
});

test('a socket that opens but is never ready does not count as success', () => {
  createLive({ open: openFake, random: () => 1 }).start();
  for (const wait of [500, 1_000, 2_000]) {
    newest().accept();
    newest().close();
    const before = sockets.length;
    vi.advanceTimersByTime(wait - 1);
    expect(sockets.length).toBe(before);
    vi.advanceTimersByTime(1);
    expect(sockets.length).toBe(before + 1);
  }
});

test('nothing more is heard once it is stopped', () => {
  const live = connected();
  const heard = vi.fn();
  live.subscribe(heard);
  const socket = newest();
  live.stop();
  socket.hear(event(2));
  vi.advanceTimersByTime(60_000);
  expect(heard).not.toHaveBeenCalled();
  expect(sockets).toHaveLength(1);
});

test('noise on the line is passed over', () => {
  const live = connected();
  const heard = vi.fn();
  live.subscribe(heard);
  newest().onmessage?.({ data: 'not json' });
  newest().onmessage?.({ data: 'null' });
  expect(heard).not.toHaveBeenCalled();
});
