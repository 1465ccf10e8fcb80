import { createServer } from 'node:net';
import { StartProblem } from './failures.ts';

export type PortWish = { host: string; port: number; variable: string };

/**
 * The port itself when it can be bound, or a free one for 0. Looked at before anything else starts, so that a second
 * start fails at once.
 * @throws StartProblem that names the variable to change
 */
export async function findPort(wish: PortWish): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port: wish.port, host: wish.host, exclusive: true }, resolve);
    });
    const address = server.address();
    return typeof address === 'object' && address ? address.port : wish.port;
  } catch (error) {
    throw portFailure(error, wish);
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** Turns a failed listen into a sentence; other errors come back as they are. */
export function portFailure(error: unknown, { host, port, variable }: PortWish): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartProblem(`Port ${port} is in use: stop what uses it, or set ${variable} to another port.`, { cause: error });
  if (code === 'EACCES') return new StartProblem(`This user may not open port ${port}: set ${variable} to a port above 1023.`, { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartProblem(`${host} is no address of this machine: set ${hostVariable(variable)} to one that is.`, { cause: error });
  return error;
}

function hostVariable(variable: string): string {
  return variable === 'PORT' ? 'OMBUD_HOST' : 'OMBUD_SMTP_HOST';
}
