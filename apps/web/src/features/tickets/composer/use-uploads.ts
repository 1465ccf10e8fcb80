import { useCallback, useEffect, useRef, useState } from 'react';
import { problemText } from '../../../lib/problem.ts';
import { upload } from '../store/ticket-api.ts';
import type { DraftFile } from './draft-content.ts';

export interface Upload {
  key: number;
  file: File;
  /** 0 to 1 */
  progress: number;
  /** Why it failed, in words */
  error: string | null;
}

let nextKey = 1;

/** Files on their way to the server; one that has arrived is handed over and leaves. */
export function useUploads(onDone: (file: DraftFile) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const aborts = useRef(new Map<number, AbortController>());
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  const change = useCallback((key: number, edit: Partial<Upload>) => setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...edit } : each))), []);
  const leave = useCallback((key: number) => {
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUploads((all) => all.filter((each) => each.key !== key));
  }, []);

  const send = useCallback(
    async (key: number, file: File) => {
      const abort = new AbortController();
      aborts.current.set(key, abort);
      try {
        const { id, url } = await upload(file, { signal: abort.signal, onProgress: (progress) => change(key, { progress }) });
        done.current({ id, name: file.name, type: file.type, size: file.size, url });
        leave(key);
      } catch (error) {
        if (!abort.signal.aborted) change(key, { error: problemText(error) });
      }
    },
    [change, leave],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const key = nextKey++;
        setUploads((all) => [...all, { key, file, progress: 0, error: null }]);
        void send(key, file);
      }
    },
    [send],
  );
  const retry = useCallback(
    (each: Upload) => {
      change(each.key, { error: null, progress: 0 });
      void send(each.key, each.file);
    },
    [change, send],
  );
  return { uploads, add, retry, remove: leave };
}
