import type { Answer } from './api.ts';
import { ApiProblem, readProblem } from './problem.ts';

export type UploadedFile = Answer<'/api/v1/files', 'post'>;

export interface UploadOptions {
  signal?: AbortSignal;
  /** 0 to 1 */
  onProgress?(part: number): void;
}

/** A file to attach to a message. */
export function uploadFile(file: File, options: UploadOptions = {}): Promise<UploadedFile> {
  return uploadTo('/api/v1/files', file, options);
}

/** Uploads one file (field `file`). XMLHttpRequest, because fetch cannot tell how much has gone out. */
export function uploadTo<Path extends '/api/v1/files' | '/api/v1/customer-imports'>(path: Path, file: File, { signal, onProgress }: UploadOptions = {}): Promise<Answer<Path, 'post'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onerror = () => reject(new ApiProblem({ code: 'offline', status: 0 }));
    request.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status || 500 });
      if (response.ok) response.json().then((answer) => resolve(answer as Answer<Path, 'post'>), reject);
      else readProblem(response).then(reject, reject);
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
