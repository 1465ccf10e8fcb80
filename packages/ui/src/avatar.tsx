import { cx } from './cx.ts';

/** open: has it open (dimmed) · looking: is on it (plain) · writing: ringed */
export type PresenceState = 'open' | 'looking' | 'writing';

export interface AvatarProps {
  name: string;
  size?: 'small' | 'medium' | 'large';
  presence?: PresenceState;
  /** What a tooltip and assistive technology say, e.g. "Mateusz is writing"; without it the avatar is decoration beside the name */
  label?: string;
  className?: string;
}

const sizes = { small: 'size-5 text-[9.5px]', medium: 'size-7 text-[11px]', large: 'size-10 text-body' };
const states: Record<PresenceState, string> = {
  open: 'opacity-55',
  looking: '',
  writing: 'shadow-[0_0_0_1.5px_var(--pane),0_0_0_3px_var(--accent)]',
};
const faces = [1, 2, 3, 4, 5, 6].map((face) => ({ background: `var(--face-${face})`, color: `var(--face-${face}-text)` }));

/** "Karin Lindqvist" → "KL"; "support@fjordnet.example" → "S"; whole characters, so that emoji and diacritics survive. */
export function initials(name: string): string {
  const words = name.split('@')[0]!.split(/[\s._-]+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words[0] ?? name;
  const last = words.length > 1 ? words[words.length - 1]! : '';
  const letter = (word: string) => [...word].find((char) => /\p{L}|\p{N}/u.test(char))?.toLocaleUpperCase() ?? '';
  return (letter(first) + letter(last)) || '?';
}

/** The same name always gets the same ground. */
export function faceOf(name: string): number {
  // FNV-1a; its high bits are the well-mixed ones
  let hash = 0x811c9dc5;
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash >>> 16) % faces.length;
}

/** The letters are drawn, not written: nobody can say, copy or search them, and a button's name need not contain them. */
export function Avatar({ name, size = 'small', presence, label, className }: AvatarProps) {
  return (
    <span
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      title={label}
      data-initials={initials(name)}
      style={faces[faceOf(name)]}
      className={cx('before:content-[attr(data-initials)] inline-grid shrink-0 select-none place-items-center rounded-full font-strong leading-none', sizes[size], presence && states[presence], className)}
    />
  );
}
