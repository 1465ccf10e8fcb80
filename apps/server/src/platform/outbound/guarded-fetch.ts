import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublicAddress } from './addresses.ts';
import { guardedLookup, OutboundError, resolveGuarded, type GuardOptions } from './guarded-lookup.ts';

export type GuardedRequest = GuardOptions & {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Milliseconds for all of it, redirects included. */
  timeout?: number;
  /** Bytes of the answer's body. */
  mostBytes?: number;
  /** A longer answer is cut there and let go of, instead of refused. */
  cut?: boolean;
  mostRedirects?: number;
};

export type GuardedAnswer = { status: number; headers: IncomingMessage['headers']; body: Buffer; url: string };

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * A request to an address that a user gave: http and https to the open internet only, checked for each redirect and at
 * each connection. Redirects to another origin lose the caller's headers.
 * @throws OutboundError
 */
export async function guardedFetch(address: string, options: GuardedRequest = {}): Promise<GuardedAnswer> {
  const { mostRedirects = 3, timeout = 10_000 } = options;
  const signal = AbortSignal.timeout(timeout);
  let url = readUrl(address);
  let { method = 'GET', body, headers = {} } = options;
  for (let hop = 0; ; hop += 1) {
    const answer = await requestOnce(url, { ...options, method, body, headers }, signal);
    const { location } = answer.headers;
    if (!redirects.has(answer.status) || location === undefined) return { ...answer, url: url.href };
    if (hop >= mostRedirects) throw new OutboundError('too_many_redirects', 'the host redirects again and again');
    const next = readUrl(location, url);
    if (next.origin !== url.origin) headers = {};
    if (answer.status === 303 || (answer.status !== 307 && answer.status !== 308 && method === 'POST')) {
      method = 'GET';
      body = undefined;
    }
    url = next;
  }
}

function readUrl(address: string, base?: URL): URL {
  const url = address.length <= 2_000 && URL.canParse(address, base?.href) ? new URL(address, base) : null;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') throw new OutboundError('address_not_allowed', 'only plain http and https addresses');
  return url;
}

async function requestOnce(url: URL, options: GuardedRequest, signal: AbortSignal): Promise<Omit<GuardedAnswer, 'url'>> {
  // Plain addresses are connected to without a look-up; the URL parser has brought them to their usual notation.
  await resolveGuarded(url.hostname, options);
  const { mostBytes = 1024 * 1024, cut = false, allowPrivate = false } = options;
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const fail = (error: unknown) => reject(error instanceof OutboundError ? error : asOutbound(error, signal));
    const request = send(
      url,
      { method: options.method, headers: options.headers, lookup: guardedLookup(options), agent: false, signal, maxHeaderSize: 16 * 1024 },
      (response) => {
        collect(response, mostBytes, cut).then((body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }), (error: unknown) => {
          request.destroy();
          fail(error);
        });
      },
    );
    request.on('socket', (socket) =>
      socket.on('connect', () => {
        // Where it really went, whatever the look-up said.
        if (!allowPrivate && !isPublicAddress(socket.remoteAddress ?? '')) request.destroy(new OutboundError('address_not_allowed', 'the host is not on the open internet'));
      }),
    );
    request.on('error', fail);
    request.end(options.body);
  });
}

async function collect(response: IncomingMessage, mostBytes: number, cut: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= mostBytes) continue;
    if (cut) return Buffer.concat(chunks).subarray(0, mostBytes); // leaving the loop ends the response
    throw new OutboundError('too_large', `the answer is larger than ${mostBytes} bytes`);
  }
  return Buffer.concat(chunks);
}

function asOutbound(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof Error && error.cause instanceof OutboundError) return error.cause;
  return signal.aborted ? new OutboundError('too_slow', 'the host did not answer in time') : new OutboundError('failed', 'the request failed', { cause: error });
}
