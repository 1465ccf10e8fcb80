import { isNothing } from '../macros/pending-changes.ts';
import type { PendingChanges } from '../macros/types.ts';
import type { Attachment, Draft, MessageKind } from '../store/types.ts';

export interface Person {
  name: string;
  address: string;
}

/** What somebody is writing, in one of the two places. */
export interface DraftContent {
  html: string;
  cc: Person[];
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
}

export const emptyDraft: DraftContent = { html: '', cc: [], files: [], changes: {}, macros: [] };

/** A paragraph without a letter in it is nothing written. Linear: one pass over the characters. */
export function isBlank(html: string): boolean {
  let inTag = false;
  for (const char of html) {
    if (char === '<') inTag = true;
    else if (char === '>') inTag = false;
    else if (!inTag && char.trim() !== '') return false;
  }
  return true;
}

export function isEmptyDraft(draft: DraftContent): boolean {
  return isBlank(draft.html) && draft.files.length === 0 && draft.cc.length === 0 && isNothing(draft.changes);
}

/** The newer of what the server keeps and what this browser could not send before it was closed. */
export function restoreDraft(kind: MessageKind, kept: readonly Draft[], local: StoredDraft | null): DraftContent {
  const server = kept.find((draft) => draft.kind === kind);
  if (local && (!server || local.savedAt > new Date(server.updated_at).getTime())) return { html: local.html, cc: local.cc, files: local.files, changes: local.changes, macros: local.macros };
  if (!server) return emptyDraft;
  return { html: server.html, cc: server.cc, files: server.attachments, changes: server.changes, macros: server.macros };
}

export function draftKey(agent: number, ticket: number, kind: MessageKind): string {
  return `ombud.draft.${agent}.${ticket}.${kind}`;
}

/** Stored things may be older than this program; anything odd is no draft. */
export function readStoredDraft(stored: unknown): StoredDraft | null {
  const { html, cc, files, changes, macros, savedAt } = (stored ?? {}) as Partial<Record<keyof StoredDraft, unknown>>;
  if (typeof html !== 'string' || typeof savedAt !== 'number') return null;
  const listOf = <Item>(value: unknown) => (Array.isArray(value) ? (value as Item[] /* written by useDraft as such */) : []);
  const kept = typeof changes === 'object' && changes !== null ? (changes as PendingChanges) /* likewise */ : {};
  return { html, savedAt, cc: listOf<Person>(cc), files: listOf<DraftFile>(files), changes: kept, macros: listOf<number>(macros) };
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
