import { createOmbudClient, type paths } from '@ombud/sdk';
import { ApiProblem, readProblem } from './problem.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths of the API that know a method */
export type PathWith<M extends Method> = { [Path in keyof paths]: paths[Path][M] extends object ? Path : never }[keyof paths];

type Json<Content> = Content extends { content: { 'application/json': infer Value } } ? Value : null;
type Responses<Operation> = Operation extends { responses: infer All } ? All : never;

/** What an operation answers when it succeeds */
export type Answer<Path extends keyof paths, M extends Method> = Json<Responses<paths[Path][M]>[keyof Responses<paths[Path][M]> & (200 | 201 | 202 | 204)]>;
/** What an operation takes as its body */
export type Body<Path extends keyof paths, M extends Method> = RequestBody<paths[Path][M]> extends { content: { 'application/json': infer Value } } ? Value : undefined;
type RequestBody<Operation> = Operation extends { requestBody?: infer Value } ? NonNullable<Value> extends never ? undefined : NonNullable<Value> : undefined;
type Names<Path extends keyof paths, M extends Method> = paths[Path][M] extends { parameters: { path: infer Value } } ? Value : undefined;
type Query<Path extends keyof paths, M extends Method> = paths[Path][M] extends { parameters: { query?: infer Value } } ? NonNullable<Value> : never;

/** Cursors come as null at the start of a list; absent and empty values are left out of the address. */
type Loose<Value> = { [Name in keyof Value]?: Value[Name] | null };

type Given<Name extends string, Value> = [Value] extends [undefined] ? { [Key in Name]?: undefined } : { [Key in Name]: Value };

export type CallOptions<Path extends keyof paths, M extends Method> = Given<'path', Names<Path, M>> &
  Given<'body', Body<Path, M>> & { query?: Loose<Query<Path, M>>; headers?: Record<string, string>; signal?: AbortSignal };

type Arguments<Path extends keyof paths, M extends Method> =
  Record<never, never> extends CallOptions<Path, M> ? [options?: CallOptions<Path, M>] : [options: CallOptions<Path, M>];

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** Whatever fails is thrown as an ApiProblem; an abort stays an abort. */
async function fetchOrThrow(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiProblem({ code: 'offline', status: 0 });
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

const client = createOmbudClient({ baseUrl: globalThis.location?.origin ?? 'http://localhost', fetch: fetchOrThrow });

interface AnyOptions {
  path?: object;
  query?: object;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The names and values that are really asked for */
export function askedFor(query: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/** For code that is generic over paths (lib/resource.ts), which checks its types itself; everything else uses `api`. */
export async function callApi(method: Method, path: string, { path: names, query, body, headers, signal }: AnyOptions = {}): Promise<unknown> {
  const request = client.request as (method: string, path: string, init: object) => Promise<{ data?: unknown }>;
  const { data } = await request(method, path, { params: { path: names, query: askedFor(query) }, body, headers, signal });
  return data ?? null;
}

function caller<M extends Method>(method: M) {
  return <Path extends PathWith<M>>(path: Path, ...[options]: Arguments<Path, M>): Promise<Answer<Path, M>> =>
    callApi(method, path, options as AnyOptions) as Promise<Answer<Path, M>>; // the server checks its answers against the schema that the type is made from
}

/** `await api.get('/api/v1/brands/{id}', { path: { id } })`: paths, bodies and answers are those of openapi.json. */
export const api = {
  get: caller('get'),
  post: caller('post'),
  put: caller('put'),
  patch: caller('patch'),
  delete: caller('delete'),
};

type ListPath = { [Path in PathWith<'get'>]: Answer<Path, 'get'> extends Page<unknown> ? Path : never }[PathWith<'get'>];
export type ItemOf<Path extends ListPath> = Answer<Path, 'get'> extends Page<infer Item> ? Item : never;

/** Every page of a list that is short by nature (brands, teams, agents). */
export async function readAll<Path extends ListPath>(path: Path, query: Loose<Query<Path, 'get'>>, signal?: AbortSignal): Promise<ItemOf<Path>[]> {
  const items: ItemOf<Path>[] = [];
  let cursor: string | null = null;
  do {
    const page = (await callApi('get', path, { query: { ...query, limit: 100, cursor }, signal })) as Page<ItemOf<Path>>; // ListPath says so
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor && items.length < 2_000);
  return items;
}
