import type { Context } from '../../context.ts';
import { monotonicNow } from '../../platform/clock/clock.ts';
import { guardedFetch } from '../../platform/outbound/guarded-fetch.ts';
import { OutboundError } from '../../platform/outbound/guarded-lookup.ts';
import { isNamed } from './address.rules.ts';
import { secondsAsked } from './retry.rules.ts';
import type { AttemptToNote, Endpoint } from './send.queries.ts';
import { signedHeaders } from './signature.ts';
import type { AttemptError } from './webhooks.schemas.ts';

/** Standard Webhooks asks for 15 to 30 s. */
const timeout = 20_000;
const mostBytes = 16 * 1024;
const longestAnswer = 1_000;

export type Attempt = AttemptToNote & { /** 2xx */ taken: boolean; /** It answered 410: it wants no more. */ gone: boolean; /** Seconds that the answer asks to be left alone for. */ asked: number };

const reasons: Record<OutboundError['code'], AttemptError> = { address_not_allowed: 'address_not_allowed', not_found: 'not_found', too_large: 'too_large', too_slow: 'too_slow', too_many_redirects: 'redirected', failed: 'failed' };

/**
 * One signed POST, to the open internet only, or to a host that whoever runs the program has named. Redirects are not followed, and of
 * the answer only its beginning is read.
 */
export async function attemptToSend({ clock, config, sealer }: Pick<Context, 'clock' | 'config' | 'sealer'>, endpoint: Endpoint, { id, body }: { id: string; body: string }): Promise<Attempt> {
  const at = clock.now();
  const { secret_sealed: current, old_secret_sealed: old, old_secret_until: until } = endpoint;
  const secrets = [current, ...(old !== null && until !== null && until > at ? [old] : [])].map((sealed) => sealer.open(sealed));
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'Ombud-Webhooks/1', ...signedHeaders(secrets, { id, at, body }) };
  const begun = monotonicNow();
  const took = () => Math.round(monotonicNow() - begun);
  try {
    const answer = await guardedFetch(endpoint.url, { method: 'POST', headers, body, timeout, mostBytes, cut: true, mostRedirects: 0, allowPrivate: isNamed(new URL(endpoint.url), config.webhookHosts) });
    const { status } = answer;
    return { statusCode: status, error: null, durationMs: took(), answer: readable(answer.body), taken: status >= 200 && status < 300, gone: status === 410, asked: secondsAsked(answer.headers['retry-after'], at) };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { statusCode: null, error: reasons[error.code], durationMs: took(), answer: null, taken: false, gone: false, asked: 0 };
  }
}

/** What PostgreSQL takes and a person can read. */
function readable(body: Buffer): string {
  return body.toString('utf8').replaceAll('\0', '').slice(0, longestAnswer).toWellFormed();
}
