import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readRemembered, remember } from '../../../lib/remembered.ts';
import { deleteDraft, saveDraft } from '../store/ticket-api.ts';
import { ticketKeys } from '../store/ticket-queries.ts';
import type { Draft, TicketDetail } from '../store/types.ts';
import { isOnItsWay } from '../unsent/send-once.ts';
import { appendHtml, contentOf, draftKey, emptyDraft, inFrontOf, isEmptyDraft, kindOf, placeOf, readStoredDraft, restoreDraft, writtenSince, type DraftContent, type DraftFile, type DraftPlace, type OtherVersion, type Person } from './draft-content.ts';
import { filesAfter } from './inline-images.ts';

const saveAfter = 600;
const retryAfter = 5_000;

export type SaveState = 'none' | 'saving' | 'saved' | 'local';

export interface DraftHandle {
  content: DraftContent;
  /** Changes whenever the content came from elsewhere than the editor, which then has to take it */
  version: number;
  state: SaveState;
  /** What the text seems to be written in; null while it is too short to tell */
  language: string | null;
  /** What was written meanwhile on another device */
  other: OtherVersion | null;
  edit(change: Partial<DraftContent>): void;
  addFile(file: DraftFile): void;
  /** Puts a whole text in, for instance one that was taken back */
  replace(content: DraftContent): void;
  /** Puts a text in that comes back, in front of what has been written here since */
  giveBack(content: DraftContent): void;
  /** Puts the other device's text below this one */
  takeOther(): void;
  forgetOther(): void;
  /** It has been sent: forget it here, but for what has been written since; the server forgets it with the send */
  clear(sent?: DraftContent): void;
  /** Throw it away everywhere */
  discard(): void;
}

/** One draft: kept here with every key, on the server 600 ms after the last. `begin` is what it starts with, where there is none. */
export function useDraft(agent: number, ticket: number, place: DraftPlace, kept: readonly Draft[], begin: Partial<DraftContent> = {}): DraftHandle {
  const key = draftKey(agent, ticket, place);
  const [restored] = useState(() => restoreDraft(place, kept, readStoredDraft(readRemembered(key))));
  const [content, setContent] = useState<DraftContent>(() => (isEmptyDraft(restored.content) ? { ...restored.content, ...begin } : restored.content));
  const [other, setOther] = useState(restored.other);
  const [language, setLanguage] = useState<string | null>(() => kept.find((draft) => placeOf(draft) === place)?.language ?? null);
  const [version, setVersion] = useState(0);
  const [state, setState] = useState<SaveState>(() => (isEmptyDraft(content) ? 'none' : 'saved'));
  const latest = useRef(content);
  const seen = useRef(restored.seen);
  const forgets = useRef(false);
  const gone = useRef(new Map<number, DraftFile>());
  const dirty = useRef(false);
  const running = useRef(false);
  /** How often it has been sent from here */
  const sends = useRef(0);
  /** When this browser's copy was written last, ms since the epoch */
  const writtenAt = useRef(0);
  const left = useRef(false);
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onServer = useRef(restored.seen !== null);

  const save = useCallback(async function saveNow(): Promise<void> {
    clearTimeout(timer.current);
    if (!dirty.current) return;
    // Whatever waits to be sent from this place would take the draft with it: this one stays here until it has gone.
    if (isOnItsWay(ticket, place)) {
      setState('local');
      return void (timer.current = setTimeout(() => void saveNow(), saveAfter));
    }
    // Somebody has come back to the ticket since and goes on writing there.
    if (left.current && readStoredDraft(readRemembered(key))?.savedAt !== writtenAt.current) return;
    // One after the other: each says which one it goes on from.
    if (running.current) return void (timer.current = setTimeout(() => void saveNow(), saveAfter));
    dirty.current = false;
    running.current = true;
    const saving = latest.current;
    const sendsBefore = sends.current;
    try {
      if (isEmptyDraft(saving)) {
        if (onServer.current) await deleteDraft(ticket, place);
        onServer.current = false;
        seen.current = null;
        keepInCache(client, ticket, place, null);
      } else {
        const answer = await saveDraft(ticket, { ...asInput(place, saving), seen: seen.current, forget_replaced: forgets.current });
        seen.current = answer.updated_at;
        onServer.current = true;
        // It was sent while it was being saved: what the server keeps of it has been said.
        if (sends.current !== sendsBefore) {
          if (!isEmptyDraft(latest.current)) return;
          await deleteDraft(ticket, place);
          onServer.current = false;
          return keepInCache(client, ticket, place, null);
        }
        setLanguage(answer.language);
        keepInCache(client, ticket, place, answer);
        if (answer.replaced && !forgets.current) setOther({ html: answer.replaced.html, files: answer.replaced.attachments, savedAt: answer.replaced.updated_at });
        forgets.current = false;
      }
      if (latest.current !== saving) return;
      forgetLocal(key);
      setState(isEmptyDraft(saving) ? 'none' : 'saved');
    } catch {
      // It stands in this browser; the server gets it when it can be reached again.
      dirty.current = true;
      setState('local');
      timer.current = setTimeout(() => void saveNow(), retryAfter);
    } finally {
      running.current = false;
    }
  }, [client, key, place, ticket]);

  const put = useCallback(
    (next: DraftContent) => {
      latest.current = next;
      dirty.current = true;
      setContent(next);
      setState('saving');
      writtenAt.current = Date.now();
      remember(key, { ...next, savedAt: writtenAt.current, seen: seen.current });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), saveAfter);
    },
    [key, save],
  );

  // Leaving the ticket or the page does not wait for the pause in typing.
  useEffect(() => {
    left.current = false;
    const leave = () => void save();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      left.current = true;
      leave();
    };
  }, [save]);

  // Written on another device while nobody types here: the newest is shown.
  useEffect(() => {
    const server = kept.find((draft) => placeOf(draft) === place);
    if (!server || dirty.current || running.current || server.updated_at <= (seen.current ?? '')) return;
    // What has been sent from here, but has not arrived: it stands in the thread (unsent/draft-mark.ts).
    const local = readStoredDraft(readRemembered(key));
    if (local && isEmptyDraft(local) && local.savedAt > new Date(server.updated_at).getTime()) return;
    seen.current = server.updated_at;
    onServer.current = true;
    latest.current = contentOf(server);
    setContent(latest.current);
    setLanguage(server.language);
    setVersion((count) => count + 1);
  }, [key, kept, place]);

  const reset = useCallback(() => {
    clearTimeout(timer.current);
    dirty.current = false;
    latest.current = emptyDraft;
    seen.current = null;
    forgetLocal(key);
    setContent(emptyDraft);
    setLanguage(null);
    setOther(null);
    setState('none');
    setVersion((count) => count + 1);
    keepInCache(client, ticket, place, null);
  }, [client, key, place, ticket]);

  const edit = useCallback(
    (change: Partial<DraftContent>) => {
      const before = latest.current;
      const files = change.html === undefined || change.files ? {} : { files: filesAfter(before.html, change.html, before.files, gone.current) };
      put({ ...before, ...change, ...files });
    },
    [put],
  );
  const replace = useCallback(
    (next: DraftContent) => {
      put(next);
      setVersion((count) => count + 1);
    },
    [put],
  );
  const giveBack = useCallback((returned: DraftContent) => replace(inFrontOf(returned, latest.current)), [replace]);
  const forgetOther = useCallback(() => {
    forgets.current = true;
    setOther(null);
    put(latest.current);
  }, [put]);

  return {
    content,
    version,
    state,
    language,
    other,
    edit,
    addFile: useCallback((file) => put({ ...latest.current, files: [...latest.current.files, file] }), [put]),
    replace,
    giveBack,
    takeOther: useCallback(() => {
      if (!other) return;
      const files = other.files.filter((file) => !latest.current.files.some(({ id }) => id === file.id));
      replace({ ...latest.current, html: appendHtml(`${latest.current.html}<p></p>`, other.html), files: [...latest.current.files, ...files] });
      forgetOther();
    }, [other, replace, forgetOther]),
    forgetOther,
    clear: useCallback((gone = latest.current) => {
      const since = writtenSince(gone, latest.current);
      onServer.current = false;
      sends.current += 1;
      // What is begun behind it knows the draft that goes with it: that one is no other device's.
      const sent = seen.current;
      reset();
      seen.current = sent;
      if (!isEmptyDraft(since)) replace(since);
    }, [reset, replace]),
    discard: useCallback(() => {
      reset();
      if (onServer.current) void deleteDraft(ticket, place).catch(() => undefined);
      onServer.current = false;
    }, [reset, ticket, place]),
  };
}

/** Whoever comes back to the ticket finds what was kept last, not what was there when it was first read. */
function keepInCache(client: QueryClient, ticket: number, place: DraftPlace, draft: Draft | null): void {
  client.setQueryData<TicketDetail>(ticketKeys.detail(ticket), (detail) => detail && { ...detail, drafts: [...detail.drafts.filter((each) => placeOf(each) !== place), ...(draft ? [draft] : [])] });
}

function asInput(place: DraftPlace, { html, to, cc, bcc, subject, quoted, files, changes, macros }: DraftContent) {
  return { ...kindOf(place), html, to: to && asPeople(to), cc: asPeople(cc), bcc: asPeople(bcc), subject, quoted, attachments: files.map((file) => file.id), changes, macros };
}

export function asPeople(people: readonly Person[]) {
  return people.map(({ name, address }) => ({ email: address, name }));
}

function forgetLocal(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage that is closed holds nothing.
  }
}
