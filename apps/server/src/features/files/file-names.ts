const longest = 150;
// C0 and C1 controls, the bidi marks that make "gpj.exe" look like "exe.jpg", zero-width and line separators.
const unfit = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** A name to show and to offer for saving: no path, no controls, at most 150 characters; never a path of ours. */
export function displayName(given: string): string {
  const last = given.slice(0, 4000).toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(unfit, '').replace(/[<>:"|?*]/g, '_').replace(/ {2,}/g, ' ').trim();
  const named = /^\.*$/.test(clean) ? 'file' : clean;
  const characters = Array.from(named);
  if (characters.length <= longest) return named;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(named)?.[0] ?? '';
  return characters.slice(0, longest - ending.length).join('') + ending;
}

/** The part of a link that only people read. */
export function nameInLink(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length).normalize('NFKD').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return (stem || 'file') + ending;
}

/** Content-Disposition by RFC 6266: an ASCII name for old readers, the whole one in RFC 8187 form. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${extended}`;
}
