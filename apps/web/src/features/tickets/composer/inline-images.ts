import type { Attachment } from '../store/types.ts';
import type { DraftFile } from './draft-content.ts';

/** Pictures stand in a text by the id of their file: `<img data-file="12">`. Their links are good for an hour only. */
const picture = /<img\b[^>]{0,2000}>/g;

/** What a message calls the picture of a file. */
export function pictureCid(fileId: number): string {
  return `file-${fileId}@inline.ombud`;
}

export function picturesIn(html: string): Set<number> {
  return new Set(Array.from(html.matchAll(/\sdata-file="(\d{1,16})"/g), ([, id]) => Number(id)));
}

/** As the editor takes it: with links that are good now, and without what was still on its way when the page was left. */
export function withFreshPictures(html: string, files: readonly DraftFile[]): string {
  if (!html.includes('<img')) return html;
  return html.replaceAll(picture, (tag) => {
    const id = /\sdata-file="(\d{1,16})"/.exec(tag)?.[1];
    if (!id) return /\ssrc="blob:/.test(tag) ? '' : tag;
    const file = files.find((each) => each.id === Number(id));
    return file ? `<img data-file="${file.id}" src="${escaped(file.url)}" alt="${escaped(file.name)}">` : '';
  });
}

/** A message of ours, as it goes back into the editor. */
export function picturesOfMessage(html: string, attachments: readonly Attachment[]): string {
  return withFreshPictures(html.replaceAll(/\ssrc="cid:file-(\d{1,16})@inline\.ombud"/g, ' data-file="$1"'), attachments);
}

/** What is attached beside the text. */
export function filesBeside(html: string, files: readonly DraftFile[]): DraftFile[] {
  const placed = picturesIn(html);
  return files.filter((file) => !placed.has(file.id));
}

/**
 * A picture that is taken out of the text goes with its file, and comes back with it when that is undone. `gone` keeps
 * what was taken out for as long as somebody writes.
 */
export function filesAfter(before: string, after: string, files: readonly DraftFile[], gone: Map<number, DraftFile>): DraftFile[] {
  if (!before.includes('data-file') && !after.includes('data-file')) return [...files];
  const [was, is] = [picturesIn(before), picturesIn(after)];
  const left = files.filter((file) => is.has(file.id) || !was.has(file.id));
  for (const file of files) if (!left.includes(file)) gone.set(file.id, file);
  const back = [...is].flatMap((id) => (left.some((file) => file.id === id) ? [] : (gone.get(id) ?? [])));
  return [...left, ...back];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
