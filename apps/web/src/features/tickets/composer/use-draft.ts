import { useCallback, useEffect, useRef, useState } from 'react';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import { deleteDraft, saveDraft } from '../store/ticket-api.ts';
import type { Draft, MessageKind } from '../store/types.ts';
import { draftKey, emptyDraft, isEmptyDraft, readStoredDraft, restoreDraft, type DraftContent, type DraftFile } from './draft-content.ts';

const saveAfter = 600;
const retryAfter = 5_000;

export type SaveState = 'none' | 'saving' | 'saved' | 'local';

export interface DraftHandle {
  content: DraftContent;
  /** Changes whenever the content came from elsewhere than the editor, which then has to take it */
  version: number;
  state: SaveState;
  edit(change: Partial<DraftContent>): void;
  addFile(file: DraftFile): void;
  /** Puts a whole text in, for instance one that was taken back */
  replace(content: DraftContent): void;
  /** It has been sent: forget it here; the server forgets it with the send */
  clear(): void;
  /** Throw it away everywhere */
  discard(): void;
}

/** One draft: kept here with every key, on the server 600 ms after the last. */
export function useDraft(agent: number, ticket: number, kind: MessageKind, kept: readonly Draft[]): DraftHandle {
  const key = draftKey(agent, ticket, kind);
  const [content, setContent] = useState<DraftContent>(() => restoreDraft(kind, kept, readStoredDraft(readRemembered(key))));
  const [version, setVersion] = useState(0);
  const [state, setState] = useState<SaveState>(() => (isEmptyDraft(content) ? 'none' : 'saved'));
  const latest = useRef(content);
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onServer = useRef(kept.some((draft) => draft.kind === kind));

  const save = useCallback(async function saveNow(): Promise<void> {
    clearTimeout(timer.current);
    if (!dirty.current) return;
    dirty.current = false;
    const saving = latest.current;
    try {
      if (isEmptyDraft(saving)) {
        if (onServer.current) await deleteDraft(ticket, kind);
        onServer.current = false;
      } else {
        await saveDraft(ticket, { kind, html: saving.html, cc: saving.cc.map(({ name, address }) => ({ email: address, name })), attachments: saving.files.map((file) => file.id), changes: saving.changes, macros: saving.macros });
        onServer.current = true;
      }
      if (latest.current !== saving) return;
      forgetLocal(key);
      setState(isEmptyDraft(saving) ? 'none' : 'saved');
    } catch {
      // It stands in this browser; the server gets it when it can be reached again.
      dirty.current = true;
      setState('local');
      timer.current = setTimeout(() => void saveNow(), retryAfter);
    }
  }, [key, kind, ticket]);

  const put = useCallback(
    (next: DraftContent) => {
      latest.current = next;
      dirty.current = true;
      setContent(next);
      setState('saving');
      remember(key, { ...next, savedAt: Date.now() });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), saveAfter);
    },
    [key, save],
  );

  // Leaving the ticket or the page does not wait for the pause in typing.
  useEffect(() => {
    const leave = () => void save();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  const reset = useCallback(() => {
    clearTimeout(timer.current);
    dirty.current = false;
    latest.current = emptyDraft;
    forgetLocal(key);
    setContent(emptyDraft);
    setState('none');
    setVersion((count) => count + 1);
  }, [key]);

  return {
    content,
    version,
    state,
    edit: useCallback((change) => put({ ...latest.current, ...change }), [put]),
    addFile: useCallback((file) => put({ ...latest.current, files: [...latest.current.files, file] }), [put]),
    replace: useCallback(
      (next) => {
        put(next);
        setVersion((count) => count + 1);
      },
      [put],
    ),
    clear: useCallback(() => {
      onServer.current = false;
      reset();
    }, [reset]),
    discard: useCallback(() => {
      reset();
      if (onServer.current) void deleteDraft(ticket, kind).catch(() => undefined);
      onServer.current = false;
    }, [reset, ticket, kind]),
  };
}

function forgetLocal(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage that is closed holds nothing.
  }
}
