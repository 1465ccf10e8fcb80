import { mergeAttributes, Node, type Editor } from '@tiptap/react';

/** Until it is uploaded a picture is known by this number. */
let nextPicture = 1;

/** A picture in the text, by the id of its file; `upload` while it is on its way. */
export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes() {
    const data = (name: string) => ({ default: null, parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`), renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}) });
    return { src: { default: null }, alt: { default: '' }, file: data('file'), upload: data('upload') };
  },
  parseHTML: () => [{ tag: 'img[data-file]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});

/** Of what was pasted or dropped, which goes into the text. */
export function isPicture(file: File): boolean {
  return /^image\/(?:png|jpeg|gif|webp|avif)$/.test(file.type);
}

export type PlacedFile = { id: number; name: string; url: string };

/** Shows a picture in its place at once; `settle` gives it its file, or takes it out where the upload was given up. */
export function placePicture(editor: Editor, file: File, at: number | null): { settle(placed: PlacedFile | null): void } {
  const upload = String(nextPicture++);
  const src = URL.createObjectURL(file);
  const node = { type: 'picture', attrs: { src, alt: file.name, upload } };
  if (at === null) editor.chain().focus().insertContent(node).run();
  else editor.chain().focus().insertContentAt(at, node).run();
  return {
    settle(placed) {
      URL.revokeObjectURL(src);
      if (editor.isDestroyed) return;
      const { tr } = editor.state;
      editor.state.doc.descendants((found, position) => {
        if (found.type.name !== 'picture' || found.attrs['upload'] !== upload) return;
        if (placed) tr.setNodeMarkup(position, undefined, { src: placed.url, alt: placed.name, file: String(placed.id), upload: null });
        else tr.delete(tr.mapping.map(position), tr.mapping.map(position + found.nodeSize));
      });
      editor.view.dispatch(tr.setMeta('addToHistory', false));
    },
  };
}
