import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.gen.ts';

export type { components, operations, paths } from './schema.gen.ts';

/** The shapes of the API by name, e.g. `Shape<'Ticket'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

export type OmbudClient = Client<paths>;

export type OmbudClientOptions = {
  /** Where Ombud runs, e.g. `https://desk.example.org`; empty for the same origin. */
  baseUrl: string;
  /** An API token; a page of Ombud itself goes without and uses its session cookie. */
  token?: string;
  fetch?: (request: Request) => Promise<Response>;
};

/**
 * A typed client of the API. Each call answers `{data}`, or `{error}` with RFC 9457 problem details and a stable `code`:
 * `const { data, error } = await ombud.GET('/api/v1/tickets/{number}', { params: { path: { number: 7 } } })`.
 */
export function createOmbudClient({ baseUrl, token, fetch }: OmbudClientOptions): OmbudClient {
  return createClient<paths>({ baseUrl, ...(fetch ? { fetch } : {}), ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }) });
}
