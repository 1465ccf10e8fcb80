import { ApiProblem, readProblem } from './problem.ts';

type Scalar = string | number | boolean;

export interface CallOptions {
  /** Fills the {names} in the path */
  path?: Record<string, Scalar>;
  /** Absent values are left out */
  query?: Record<string, Scalar | null | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** "/api/v1/tickets/{number}" with its names and query filled in */
export function buildUrl(template: string, { path = {}, query = {} }: CallOptions): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`${template} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/** Sends a request with the session's cookie. Whatever fails is thrown as an ApiProblem; an abort stays an abort. */
async function call<Answer>(method: string, template: string, options: CallOptions = {}): Promise<Answer> {
  const hasBody = options.body !== undefined;
  let response: Response;
  try {
    response = await fetch(buildUrl(template, options), {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      body: hasBody ? JSON.stringify(options.body) : undefined,
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem({ code: 'offline', status: 0 });
  }
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as Answer; // the server checks its answers against the same schema
}

/** `await api.get<Brand>('/api/v1/brands/{id}', { path: { id } })` */
export const api = {
  get: <Answer>(path: string, options?: Omit<CallOptions, 'body'>) => call<Answer>('GET', path, options),
  post: <Answer>(path: string, options?: CallOptions) => call<Answer>('POST', path, options),
  patch: <Answer>(path: string, options?: CallOptions) => call<Answer>('PATCH', path, options),
  put: <Answer>(path: string, options?: CallOptions) => call<Answer>('PUT', path, options),
  delete: <Answer>(path: string, options?: CallOptions) => call<Answer>('DELETE', path, options),
};

/** Every page of a list that is short by nature (brands, teams, agents). */
export async function readAll<Item>(path: string, query: CallOptions['query'] = {}, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await api.get<Page<Item>>(path, { query: { ...query, limit: 100, cursor }, signal });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor && items.length < 2_000);
  return items;
}

export interface UploadOptions {
  signal?: AbortSignal;
  /** 0 to 1 */
  onProgress?(part: number): void;
}

/** Uploads one file (field `file`). XMLHttpRequest, because fetch cannot tell how much has gone out. */
export function uploadFile<Answer>(file: File, { signal, onProgress }: UploadOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onerror = () => reject(new ApiProblem({ code: 'offline', status: 0 }));
    request.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status || 500 });
      if (response.ok) response.json().then((answer) => resolve(answer as Answer), reject);
      else readProblem(response).then(reject, reject);
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
