/** Stands in a lexeme for its block, which the database puts in its place: the same condition is asked of many blocks. */
export const blockMark = '\u0001';

export type BlockCondition = {
  /** A tsquery's text with a mark in each lexeme. */
  text: string;
  /** Whether all that fits it fits the condition; else what was found must be looked at. */
  isExact: boolean;
};

const lexeme = /'((?:[^']|'')*)'/g;
const distance = /<(?:\d+|-)>/g;

/**
 * What the index can say of conditions of a tsquery, all of which must hold. It knows in which block of a workspace's tickets a word
 * stands, not where in a text: words beside each other are words that are both there, and where they must not be beside each other
 * it says nothing.
 * @param conditions made of quoted lexemes, each in parentheses of its own where an operator stands in it; at least one of which the index knows
 * @throws Error when there is none: everything would have to be read
 */
export function inBlock(workspaceId: number, conditions: readonly string[]): BlockCondition {
  const ofPlaces = conditions.filter(asksForPlaces);
  const said = conditions.filter((condition) => !(ofPlaces.includes(condition) && withoutLexemes(condition).includes('!')));
  if (said.length === 0) throw new Error('the search index cannot be asked for any of these conditions');
  const text = said.map((condition) => outsideOfLexemes(condition, (part) => part.replaceAll(distance, '&'), (word) => `'${workspaceId.toString(16)}/${blockMark}/${word}'`)).join('&');
  return { text, isExact: ofPlaces.length === 0 };
}

function asksForPlaces(condition: string): boolean {
  return withoutLexemes(condition).search(distance) >= 0;
}

function withoutLexemes(condition: string): string {
  return condition.replaceAll(lexeme, '');
}

function outsideOfLexemes(condition: string, outside: (part: string) => string, inside: (word: string) => string): string {
  let built = '';
  let end = 0;
  for (const { 0: whole, 1: word = '', index } of condition.matchAll(lexeme)) {
    built += outside(condition.slice(end, index)) + inside(word);
    end = index + whole.length;
  }
  return built + outside(condition.slice(end));
}
