import { useCallback, useEffect, useRef, useState } from 'react';
import { say } from '../../../lib/i18n.ts';
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
  /** Trying again would not help */
  final: boolean;
}

/** As many bytes as the server takes of one file. */
const mostBytes = 30 * 1024 * 1024;

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
  const settles = useRef(new Map<number, (placed: DraftFile | null) => void>());
  const settle = useCallback((key: number, placed: DraftFile | null) => {
    settles.current.get(key)?.(placed);
    settles.current.delete(key);
  }, []);
  const leave = useCallback((key: number) => {
    settle(key, null);
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUploads((all) => all.filter((each) => each.key !== key));
  }, [settle]);

  const send = useCallback(
    async (key: number, file: File) => {
      const abort = new AbortController();
      aborts.current.set(key, abort);
      try {
        const { id, url } = await upload(file, { signal: abort.signal, onProgress: (progress) => change(key, { progress }) });
        const placed = { id, name: file.name, type: file.type, size: file.size, url };
        done.current(placed);
        settle(key, placed);
        leave(key);
      } catch (error) {
        if (!abort.signal.aborted) change(key, { error: problemText(error) });
      }
    },
    [change, leave, settle],
  );

  const begin = useCallback(
    (files: Iterable<{ file: File; settle?(placed: DraftFile | null): void }>) => {
      for (const { file, settle: settled } of files) {
        const key = nextKey++;
        if (settled) settles.current.set(key, settled);
        const final = file.size > mostBytes;
        setUploads((all) => [...all, { key, file, progress: 0, error: final ? say('sending.files.tooLarge', { most: mostBytes / 1024 / 1024 }) : null, final }]);
        if (!final) void send(key, file);
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
  const add = useCallback((files: Iterable<File>) => begin([...files].map((file) => ({ file }))), [begin]);
  return { uploads, add, addPictures: begin, retry, remove: leave };
}
