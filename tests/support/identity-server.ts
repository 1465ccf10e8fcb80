import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type IdentityServer = {
  url: string;
  /** Asked by a mail server whether an access token is good, and whose it is (RFC 7662). */
  introspection: string;
  /** What came to the token endpoint. */
  asked: Record<string, string>[];
  /** Seconds that the next access tokens are good for. */
  life: number;
  /** The account that signs in. */
  account: string;
  /** Ends all access tokens before their time, as a provider does after a change of password. */
  endAccess(): void;
  /** Takes every grant back. */
  revoke(): void;
  /** The app's secret runs out. */
  expireSecret(): void;
  isGood(token: string): boolean;
  close(): Promise<void>;
};

export const testApp = { client_id: 'client-4713', client_secret: 'canary-client-secret' };

/** An identity server on loopback: authorization code with PKCE (RFC 6749, RFC 7636), refresh with rotation, introspection. Whoever comes is signed in at once. */
export async function openIdentityServer(): Promise<IdentityServer> {
  const codes = new Map<string, { challenge: string; redirect: string; account: string }>();
  const refreshTokens = new Map<string, string>();
  const accessTokens = new Map<string, { account: string; until: number }>();
  let secret = testApp.client_secret;
  const state = { asked: [] as Record<string, string>[], life: 3600, account: 'desk' };

  const issue = (account: string) => {
    const [access, refresh] = [`access-${randomBytes(16).toString('hex')}`, `refresh-${randomBytes(16).toString('hex')}`];
    accessTokens.set(access, { account, until: Date.now() + state.life * 1000 });
    refreshTokens.set(refresh, account);
    return { token_type: 'Bearer', access_token: access, refresh_token: refresh, expires_in: state.life };
  };
  const isGood = (token: string) => (accessTokens.get(token)?.until ?? 0) > Date.now();

  function tokens(form: Record<string, string>): { status: number; body: object } {
    state.asked.push(form);
    const refuse = (error: string) => ({ status: error === 'invalid_client' ? 401 : 400, body: { error, error_description: 'words of the provider' } });
    if (form['client_id'] !== testApp.client_id || form['client_secret'] !== secret) return refuse('invalid_client');
    if (form['grant_type'] === 'refresh_token') {
      const account = refreshTokens.get(form['refresh_token'] ?? '');
      if (!account) return refuse('invalid_grant');
      refreshTokens.delete(form['refresh_token'] ?? '');
      return { status: 200, body: issue(account) };
    }
    const code = codes.get(form['code'] ?? '');
    codes.delete(form['code'] ?? '');
    const challenge = createHash('sha256').update(form['code_verifier'] ?? '').digest('base64url');
    if (form['grant_type'] !== 'authorization_code' || !code || code.challenge !== challenge || code.redirect !== form['redirect_uri']) return refuse('invalid_grant');
    return { status: 200, body: issue(code.account) };
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const query = url.searchParams;
    if (url.pathname.endsWith('/authorize') || url.pathname.endsWith('/auth')) {
      const code = randomBytes(16).toString('hex');
      if (query.get('client_id') !== testApp.client_id || query.get('code_challenge_method') !== 'S256' || query.get('response_type') !== 'code') return void response.writeHead(400).end('bad request');
      codes.set(code, { challenge: query.get('code_challenge') ?? '', redirect: query.get('redirect_uri') ?? '', account: state.account });
      return void response.writeHead(302, { location: `${query.get('redirect_uri')}?${new URLSearchParams({ code, state: query.get('state') ?? '', session_state: 'x' })}` }).end();
    }
    if (url.pathname.endsWith('/token') && request.method === 'POST') {
      const { status, body } = tokens(Object.fromEntries(new URLSearchParams(await bodyOf(request))));
      return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }
    if (url.pathname === '/introspect') {
      const token = query.get('token') ?? '';
      const known = accessTokens.get(token);
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known && isGood(token) ? { active: true, username: known.account } : { active: false }));
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    url,
    introspection: `${url}/introspect`,
    endAccess: () => accessTokens.clear(),
    revoke: () => [accessTokens, refreshTokens].forEach((tokens_) => tokens_.clear()),
    expireSecret: () => void (secret = 'another by now'),
    isGood,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
