import type { Editor } from '@tiptap/react';
import { createStore } from '../../../../lib/store.ts';

interface OpenEditor {
  editor: Editor;
  /** Somebody has put the caret somewhere; before that it stands in front of everything */
  touched(): boolean;
  insert(html: string, range: { from: number; to: number }): void;
}

/** The writing field on the screen, for what puts text in from outside of it. */
export const openEditor = createStore<OpenEditor | null>(null);

function current(): OpenEditor | null {
  const open = openEditor.get();
  return open && !open.editor.isDestroyed ? open : null;
}

/** Puts a text in where the caret stands, or in place of a range; false when there is no writing field or nobody has been in it yet. */
export function insertAtCaret(html: string, range?: { from: number; to: number }): boolean {
  const open = current();
  if (!open || (!range && !open.touched() && !open.editor.isEmpty)) return false;
  const { from, to } = range ?? open.editor.state.selection;
  open.insert(html, { from, to });
  return true;
}

/** The same after all that is written. */
export function insertAtEnd(html: string): void {
  const open = current();
  open?.editor.commands.focus('end');
  if (open) open.insert(html, open.editor.state.selection);
}

/** Takes a range out of the text, e.g. the slash and the word after it. */
export function takeOut(range: { from: number; to: number }): void {
  current()?.editor.chain().focus().deleteRange(range).run();
}

/** What is selected in the writing field, as the editor writes it; empty when nothing is. */
export function selectedHtml(): string {
  const editor = current()?.editor;
  if (!editor || editor.state.selection.empty) return '';
  const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
  for (const element of dom.querySelectorAll('[data-pm-slice]')) element.removeAttribute('data-pm-slice');
  return dom.innerHTML;
}
