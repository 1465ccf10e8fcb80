import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';

/** Faces of the file: Inter where it has the sign, DejaVu Sans for other scripts. Both are embedded, as far as they are used. */
export type Face = 'regular' | 'strong' | 'wide';
export const faces: Record<Face, URL> = {
  regular: new URL('./fonts/inter-regular.ttf', import.meta.url),
  strong: new URL('./fonts/inter-semibold.ttf', import.meta.url),
  wide: new URL('./fonts/dejavu-sans.ttf', import.meta.url),
};

export type Run = { face: Face; text: string };

type Knows = { hasGlyphForCodePoint(code: number): boolean };

function open(face: Face): Knows {
  return fontkit.create(readFileSync(faces[face])) as unknown as Knows; // one font a file, no collection
}

const knows = { regular: open('regular'), wide: open('wide') };
const faceOf = new Map<number, 'own' | 'wide' | 'none'>();

function whereIs(code: number): 'own' | 'wide' | 'none' {
  const known = faceOf.get(code);
  if (known) return known;
  const found = knows.regular.hasGlyphForCodePoint(code) ? 'own' : knows.wide.hasGlyphForCodePoint(code) ? 'wide' : 'none';
  faceOf.set(code, found);
  return found;
}

let lacking = false;

/** Whether a sign had to be written as its number. */
export function lackedSigns(): boolean {
  return lacking;
}

/** A piece of one line in the faces that have its signs. A sign that none has stands as [U+1F600]; invisible ones are left out. */
export function runsOf(text: string, own: 'regular' | 'strong'): Run[] {
  const runs: Run[] = [];
  for (const sign of text) {
    if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFE00-\uFE0F]/u.test(sign)) continue;
    const code = sign.codePointAt(0) ?? 0;
    const where = whereIs(code);
    if (where === 'none') lacking = true;
    const face = where === 'wide' ? 'wide' : own;
    const shown = where === 'none' ? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]` : sign;
    const last = runs.at(-1);
    if (last?.face === face) last.text += shown;
    else runs.push({ face, text: shown });
  }
  return runs;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** By its first letter, as browsers judge with dir="auto". */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}
