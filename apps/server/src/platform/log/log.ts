import { pino, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on stderr. Headers, bodies and connection strings never go in; what might hold a secret is cut out. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['password', 'token', 'secret', 'authorization', 'cookie', '*.password', '*.token', '*.secret', '*.authorization', '*.cookie'],
        censor: '[cut]',
      },
      serializers: { err: serializeError },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as Error & { code?: unknown };
  return { name: error.name, code, message: withoutCredentials(error.message), stack: error.stack && withoutCredentials(error.stack) };
}

/** Connection strings carry passwords: `scheme://user:password@` keeps its user only. */
export function withoutCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{1,100}):[^\s@/]{1,200}@/gi, '$1:[cut]@');
}
