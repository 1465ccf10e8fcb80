/** What we use of a `ws` socket, which comes without types. */
export type RawSocket = {
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(text: string): void;
  ping(): void;
  close(code: number, reason?: string): void;
  terminate(): void;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): void;
  on(event: 'pong' | 'close', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
};

/** Above this many unsent bytes the other side does not read. */
const mostUnsent = 1024 * 1024;
const heartbeat = 30_000;

export type LiveSocket = {
  send(text: string): void;
  close(code: number, reason: string): void;
  isOpen(): boolean;
};

/**
 * A socket that cannot take the process's memory: who does not read is dropped, and so is who does not answer a ping
 * within 30 s. `onClose` is called once.
 */
export function keepSocket(raw: RawSocket, onClose: () => void): LiveSocket {
  let answered = true;
  let closed = false;
  const beat = setInterval(() => {
    if (!answered) return raw.terminate();
    answered = false;
    raw.ping();
  }, heartbeat);
  raw.on('pong', () => {
    answered = true;
  });
  raw.on('error', () => raw.terminate());
  raw.on('close', () => {
    if (closed) return;
    closed = true;
    clearInterval(beat);
    onClose();
  });
  const isOpen = () => !closed && raw.readyState === 1;
  return {
    isOpen,
    send(text) {
      if (!isOpen()) return;
      if (raw.bufferedAmount > mostUnsent) return raw.terminate();
      raw.send(text);
    },
    close(code, reason) {
      if (closed) return;
      raw.close(code, reason);
      // A peer that does not close in turn is cut off.
      setTimeout(() => raw.terminate(), 1_000).unref();
    },
  };
}
