import { DOMParser as SchemaParser } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';

/** Puts HTML in as a paste would: one paragraph goes into the line, several begin in it. What the editor does not know is left out. */
export function insertHtml(editor: Editor, html: string, { from, to }: { from: number; to: number }): void {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('script, style, template, title')) element.remove();
  const slice = SchemaParser.fromSchema(editor.schema).parseSlice(body, { preserveWhitespace: true });
  editor
    .chain()
    .focus()
    .command(({ tr }) => Boolean(tr.replaceRange(from, to, slice)))
    .scrollIntoView()
    .run();
}
