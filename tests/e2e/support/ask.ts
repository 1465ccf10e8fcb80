import type { SignedInAgent } from '../../support/factories.ts';
import type { BrowserDesk } from './desk.ts';

export type Ask = (asker: SignedInAgent, method: string, path: string, body?: object) => Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into whatever came

/** Asks the API as somebody, for what a test only prepares or looks up: whatever is refused fails the test. */
export function askOf(desk: () => BrowserDesk): Ask {
  return async (asker, method, path, body) => {
    const response = await fetch(`${desk().url}/api/v1${path}`, { method, headers: { ...asker.headers, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
}
