import { describe, expect, test } from 'vitest';
import { compileQuery } from './query/compile-query.ts';
import { parseQuery } from './query/parse-query.ts';
import { snippet } from './snippets.ts';

const highlightOf = (typed: string) => compileQuery(parseQuery(typed, [])).highlight;
const filler = (words: number) => Array.from({ length: words }, (_, index) => `word${index}`).join(' ');
const shown = (text: string, typed: string) => {
  const found = snippet(text, highlightOf(typed));
  return found && { words: found.words, text: found.pieces.map((piece) => piece.text).join(''), marked: found.pieces.filter(({ match }) => match).map((piece) => piece.text) };
};

describe('a piece of text', () => {
  test('is the first place where all words stand near each other, not where one of them comes first', () => {
    const text = `A lamp here. ${filler(80)} the lamp in the hall ${filler(80)} lamp and hall again`;
    const found = shown(text, 'lamp hall');
    expect(found).toMatchObject({ words: 2, marked: ['lamp', 'hall'] });
    expect(found?.text).toContain('the lamp in the hall word0');
  });

  test('is where most of them stand where nowhere all do', () => {
    expect(shown(`lamp ${filler(80)} hall and door ${filler(80)} door`, 'lamp hall door')).toMatchObject({ words: 2, marked: ['hall', 'door'] });
  });

  test('marks every word in what is shown, also behind those that were enough', () => {
    expect(shown(`lamp, hall; lamp and lamp, ${filler(12)} hall ${filler(80)} hall`, 'lamp hall')?.marked).toEqual(['lamp', 'hall', 'lamp', 'lamp', 'hall']);
  });

  test('begins and ends at words, on one line', () => {
    const text = `${filler(40)}\n\n  broken \t lamp\n${filler(40)}`;
    const found = shown(text, 'lamp');
    expect(found?.text).toMatch(/^… word\d+ .* broken lamp word0 .*word\d+ …$/);
    expect(shown('Nothing of it', 'lamp')).toBeNull();
  });
});
