export interface Piece {
  kind: 'same' | 'added' | 'gone';
  text: string;
}

/** Longest common subsequences are looked for up to so many pairs of words; beyond, the changed middle is told as a whole. */
const mostPairs = 1_500_000;

/** What was added and what is gone from one text to the next, word by word, spaces kept. */
export function difference(before: string, after: string): Piece[] {
  const [old, now] = [words(before), words(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const pieces: Piece[] = [];
  const say = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') pieces.push({ kind, text });
  };
  say('same', old.slice(0, start).join(''));
  for (const { kind, text } of middle(old.slice(start, old.length - end), now.slice(start, now.length - end))) say(kind, text);
  say('same', old.slice(old.length - end).join(''));
  return pieces;
}

const words = (text: string): string[] => text.split(/(\s+)/).filter((word) => word !== '');

function middle(old: readonly string[], now: readonly string[]): Piece[] {
  if (old.length * now.length > mostPairs) return [{ kind: 'gone', text: old.join('') }, { kind: 'added', text: now.join('') }];
  const width = now.length + 1;
  // length[i, j]: how long the longest common subsequence of old from i on and now from j on is
  const length = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) length[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  function at(i: number, j: number): number {
    return length[i * width + j] ?? 0;
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      pieces.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'gone', text: was });
      i += 1;
    } else if (is !== undefined) {
      pieces.push({ kind: 'added', text: is });
      j += 1;
    }
  }
  return pieces;
}
