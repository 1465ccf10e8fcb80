import type { Editor } from '@tiptap/react';
import { createStore } from '../../../../lib/store.ts';
import { forCaret } from '../../macros/fill-text.ts';

/** The writing field on the screen, for what puts text in from outside of it. */
export const openEditor = createStore<Editor | null>(null);

/** Puts a text in where the caret stands, or in place of a range; false when there is no writing field. */
export function insertAtCaret(html: string, range?: { from: number; to: number }): boolean {
  const editor = openEditor.get();
  if (!editor || editor.isDestroyed) return false;
  editor.chain().focus().insertContentAt(range ?? { from: editor.state.selection.from, to: editor.state.selection.to }, forCaret(html), { parseOptions: { preserveWhitespace: true } }).scrollIntoView().run();
  return true;
}

/** Takes a range out of the text, e.g. the slash and the word after it. */
export function takeOut(range: { from: number; to: number }): void {
  const editor = openEditor.get();
  if (editor && !editor.isDestroyed) editor.chain().focus().deleteRange(range).run();
}

/** What is selected in the writing field, as the editor writes it; empty when nothing is. */
export function selectedHtml(): string {
  const editor = openEditor.get();
  if (!editor || editor.isDestroyed || editor.state.selection.empty) return '';
  const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
  for (const element of dom.querySelectorAll('[data-pm-slice]')) element.removeAttribute('data-pm-slice');
  return dom.innerHTML;
}
