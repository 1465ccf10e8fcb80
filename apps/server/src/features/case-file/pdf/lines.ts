import { isRightToLeft, runsOf, type Run } from './glyphs.ts';

export type Line = { runs: Run[]; rightToLeft: boolean; width: number };
export type Measure = (run: Run) => number;

/** Breaks a text into lines no wider than `width` points: between words, and within a word that is wider than a line. */
export function breakLines(text: string, own: 'regular' | 'strong', width: number, measure: Measure): Line[] {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n').flatMap((paragraph) => breakParagraph(paragraph.trimEnd(), own, width, measure));
}

type Word = { runs: Run[]; width: number };

function breakParagraph(paragraph: string, own: 'regular' | 'strong', width: number, measure: Measure): Line[] {
  const rightToLeft = isRightToLeft(paragraph);
  const lines: Line[] = [];
  let words: Word[] = [];
  let filled = 0;
  const end = () => {
    const runs = (rightToLeft ? words.toReversed() : words).flatMap((word) => word.runs);
    // From right to left each word is laid out by itself, so that their order stays ours.
    lines.push({ runs: rightToLeft ? runs : joined(runs), rightToLeft, width: filled });
    words = [];
    filled = 0;
  };
  for (const piece of paragraph.match(/\S+|\s+/gu) ?? []) {
    for (const word of fitting(piece, own, width, measure)) {
      const isSpace = /^\s/u.test(piece);
      if (filled + word.width > width && words.length > 0) {
        end();
        if (isSpace) continue;
      }
      words.push(word);
      filled += word.width;
    }
  }
  end();
  return lines;
}

/** Neighbours of one face are drawn at once. */
function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const { face, text } of runs) {
    const last = whole.at(-1);
    if (last?.face === face) last.text += text;
    else whole.push({ face, text });
  }
  return whole;
}

/** A word, in parts where it is wider than a line. */
function* fitting(piece: string, own: 'regular' | 'strong', width: number, measure: Measure): Generator<Word> {
  // A word of this length is cut anyway; measured whole, its length would cost its square.
  const whole = piece.length <= 200 ? toWord(piece, own, measure) : null;
  if (whole && whole.width <= width) return yield whole;
  let part = '';
  let filled = 0;
  for (const sign of piece) {
    const { width: more } = toWord(sign, own, measure);
    if (filled + more > width && part !== '') {
      yield toWord(part, own, measure);
      part = '';
      filled = 0;
    }
    part += sign;
    filled += more;
  }
  if (part !== '') yield toWord(part, own, measure);
}

function toWord(text: string, own: 'regular' | 'strong', measure: Measure): Word {
  const runs = runsOf(text, own);
  return { runs, width: runs.reduce((sum, run) => sum + measure(run), 0) };
}
