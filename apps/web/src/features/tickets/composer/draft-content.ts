import { addChanges, isNothing } from '../macros/pending-changes.ts';
import type { PendingChanges } from '../macros/types.ts';
import type { Attachment, Draft } from '../store/types.ts';

export interface Person {
  name: string;
  address: string;
}

/** Where somebody writes on a ticket: the two places of the composer, a forward, a new side conversation, or an answer in one. */
export type DraftPlace = 'public' | 'note' | 'forward' | 'side' | `side-${number}`;

/** What somebody is writing in one of these places. */
export interface DraftContent {
  html: string;
  /** Null: everybody who takes part */
  to: Person[] | null;
  cc: Person[];
  bcc: Person[];
  /** Of a forward or a question; elsewhere the ticket's */
  subject: string;
  /** The messages that a forward quotes */
  quoted: number[];
  /** Uploaded already; what is still on its way is not part of a draft */
  files: DraftFile[];
  /** What sending it will do with the ticket, and the macros that this came from */
  changes: PendingChanges;
  macros: number[];
}

export type DraftFile = Pick<Attachment, 'id' | 'name' | 'type' | 'size' | 'url'>;

export interface StoredDraft extends DraftContent {
  /** ms since the epoch */
  savedAt: number;
  /** When the server's draft was saved that this one goes on from */
  seen: string | null;
}

/** What another device had saved, which this text took the place of. */
export type OtherVersion = Pick<DraftContent, 'html' | 'files'> & { savedAt: string };

export const emptyDraft: DraftContent = { html: '', to: null, cc: [], bcc: [], subject: '', quoted: [], files: [], changes: {}, macros: [] };

/** A paragraph without a letter or a picture in it is nothing written. Linear: one pass over the characters. */
export function isBlank(html: string): boolean {
  if (html.includes('<img')) return false;
  let inTag = false;
  for (const char of html) {
    if (char === '<') inTag = true;
    else if (char === '>') inTag = false;
    else if (!inTag && char.trim() !== '') return false;
  }
  return true;
}

export function isEmptyDraft(draft: DraftContent): boolean {
  return isBlank(draft.html) && draft.files.length === 0 && draft.cc.length === 0 && draft.bcc.length === 0 && !draft.to?.length && isNothing(draft.changes);
}

/** A text that comes back goes in front of what has been written in its place since; one that is there already does not come twice. */
export function inFrontOf(returned: DraftContent, written: DraftContent): DraftContent {
  if (isEmptyDraft(written)) return returned;
  if (!isBlank(returned.html) && written.html.startsWith(returned.html)) return written;
  const files = written.files.filter((file) => !returned.files.some(({ id }) => id === file.id));
  return {
    ...returned,
    html: isBlank(written.html) ? returned.html : returned.html + written.html,
    cc: [...returned.cc, ...newIn(written.cc, returned.cc)],
    bcc: [...returned.bcc, ...newIn(written.bcc, returned.bcc)],
    files: [...returned.files, ...files],
    changes: addChanges(returned.changes, written.changes),
    macros: [...new Set([...returned.macros, ...written.macros])].slice(-20),
  };
}

/** Whom the first list names and the second does not. */
function newIn(people: Person[], known: Person[]): Person[] {
  return people.filter(({ address }) => !known.some((person) => person.address === address));
}

/** What is not asked for by itself: what was chosen since stays. */
export function withoutAsked(changes: PendingChanges, asked: PendingChanges): PendingChanges {
  const of = new Map<string, unknown>(Object.entries(asked));
  return Object.fromEntries(Object.entries(changes).filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(of.get(part)))) as PendingChanges; // some of the same entries
}

/** What stands there beside what was sent off. A text that was changed within, not at its end, stays whole: nothing is guessed away. */
export function writtenSince(sent: DraftContent, now: DraftContent): DraftContent {
  const open = sent.html.replace(/<\/p>$/, '');
  // The editor may write the same text in other markup; a picture is something written.
  const words = (html: string) => html.replaceAll(/<(?!img\b)[^>]*>/g, '').trim();
  const rest = words(now.html) === words(sent.html) ? '' : now.html.startsWith(sent.html) ? now.html.slice(sent.html.length) : open !== '' && now.html.startsWith(open) ? `<p>${now.html.slice(open.length).trimStart()}` : now.html;
  return {
    ...emptyDraft,
    html: rest,
    cc: newIn(now.cc, sent.cc),
    bcc: newIn(now.bcc, sent.bcc),
    files: now.files.filter(({ id }) => !sent.files.some((file) => file.id === id)),
    changes: now.changes === sent.changes ? {} : now.changes,
    macros: now.macros.filter((id) => !sent.macros.includes(id)),
  };
}

export interface RestoredDraft {
  content: DraftContent;
  /** When the server's draft was saved that this goes on from */
  seen: string | null;
  other: OtherVersion | null;
}

/** The newer of what the server keeps and what this browser could not send before it was closed; the other one is not lost. */
export function restoreDraft(place: DraftPlace, kept: readonly Draft[], local: StoredDraft | null): RestoredDraft {
  const server = kept.find((draft) => placeOf(draft) === place);
  const seen = server?.updated_at ?? null;
  const fromServer = server ? contentOf(server) : emptyDraft;
  const stands = server?.replaced ? { html: server.replaced.html, files: server.replaced.attachments, savedAt: server.replaced.updated_at } : null;
  if (!local) return { content: fromServer, seen, other: stands };
  const { savedAt, seen: begunFrom, ...content } = local;
  const newer = !server || savedAt > new Date(server.updated_at).getTime();
  const apart = server !== undefined && begunFrom !== server.updated_at && server.html !== content.html;
  if (newer) return { content, seen, other: apart && !isBlank(server.html) ? { html: server.html, files: server.attachments, savedAt: server.updated_at } : stands };
  return { content: fromServer, seen, other: apart && !isBlank(content.html) ? { html: content.html, files: content.files, savedAt: new Date(savedAt).toISOString() } : stands };
}

export function contentOf(draft: Draft): DraftContent {
  return { html: draft.html, to: draft.to, cc: draft.cc, bcc: draft.bcc, subject: draft.subject, quoted: draft.quoted, files: draft.attachments, changes: draft.changes, macros: draft.macros };
}

export function placeOf({ kind, side }: Pick<Draft, 'kind' | 'side'>): DraftPlace {
  return kind === 'side' && side !== null ? `side-${side}` : kind;
}

/** A place as the API names it. */
export function kindOf(place: DraftPlace): { kind: Draft['kind']; side?: number } {
  if (place === 'public' || place === 'note' || place === 'forward' || place === 'side') return { kind: place };
  return { kind: 'side', side: Number(place.slice('side-'.length)) };
}

export function draftKey(agent: number, ticket: number, place: DraftPlace): string {
  return `ombud.draft.${agent}.${ticket}.${place}`;
}

/** Stored things may be older than this program; anything odd is no draft. */
export function readStoredDraft(stored: unknown): StoredDraft | null {
  const { html, to, cc, bcc, subject, quoted, files, changes, macros, savedAt, seen } = (stored ?? {}) as Partial<Record<keyof StoredDraft, unknown>>;
  if (typeof html !== 'string' || typeof savedAt !== 'number') return null;
  const people = (list: unknown) => (Array.isArray(list) ? (list as Person[] /* written below as such */) : []);
  return {
    html,
    savedAt,
    to: Array.isArray(to) ? people(to) : null,
    cc: people(cc),
    bcc: people(bcc),
    subject: typeof subject === 'string' ? subject : '',
    quoted: Array.isArray(quoted) ? (quoted as number[] /* likewise */) : [],
    files: Array.isArray(files) ? (files as DraftFile[] /* likewise */) : [],
    changes: typeof changes === 'object' && changes !== null ? (changes as PendingChanges) /* likewise */ : {},
    macros: Array.isArray(macros) ? (macros as number[] /* likewise */) : [],
    seen: typeof seen === 'string' ? seen : null,
  };
}

/** Goes on in the last paragraph, where the caret stands when somebody comes back to a draft. */
export function appendText(html: string, text: string): string {
  return text === '' ? html : appendHtml(html, htmlOfText(text));
}

export function appendHtml(html: string, added: string): string {
  return html.endsWith('</p>') && added.startsWith('<p>') ? `${html.slice(0, -'</p>'.length)}${added.slice('<p>'.length)}` : html + added;
}

/** Text as the editor takes it; what looks like markup stays text. */
export function htmlOfText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
