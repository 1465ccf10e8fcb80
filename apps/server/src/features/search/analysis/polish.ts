/**
 * A light stemmer for Polish over folded words (`fakturę` comes as `fakture`), since neither PostgreSQL nor Snowball's
 * usual ports have one. It takes off endings of cases, persons and degrees, longest first, and leaves at least three
 * letters; then it evens out the consonants that soften before endings (`faktura`, `fakturze`).
 */
const endings = [
  // verbs and their nouns
  'owalibysmy', 'alibysmy', 'owaniami', 'owaniach', 'owaniem', 'owalismy', 'iwaniem', 'owania', 'owanie', 'owaniu', 'owalem', 'owalam', 'ywania', 'ywanie', 'owalo', 'owali', 'owala',
  'aniami', 'aniach', 'eniami', 'eniach', 'alismy', 'ilismy', 'ujecie', 'ujemy', 'aniem', 'eniem', 'ujesz', 'owany', 'owana', 'owane', 'owano', 'owac', 'ywac', 'ujac', 'owal',
  'aja', 'eja', 'alem', 'alam', 'ilem', 'ilam', 'ania', 'anie', 'aniu', 'enia', 'enie', 'eniu', 'ecie', 'acie', 'icie', 'emy', 'amy', 'imy', 'uje', 'uja', 'ano', 'ono',
  'ali', 'aly', 'ala', 'alo', 'ili', 'ily', 'ila', 'ilo', 'esz', 'asz', 'isz', 'ysz', 'ac', 'ec', 'ic', 'yc', 'al', 'il', 'yl',
  // adjectives
  'iejszego', 'iejszych', 'iejszym', 'iejszej', 'iejsza', 'iejsze', 'iejszy', 'szego', 'szych', 'szymi', 'iego', 'emu', 'iemu', 'ego', 'ymi', 'imi', 'ych', 'ich', 'iej', 'szy', 'sza', 'sze', 'ej', 'ym', 'im',
  // nouns
  'osciami', 'osciach', 'oscia', 'osci', 'osc', 'ziami', 'ciami', 'iami', 'iach', 'owie', 'ami', 'ach', 'owi', 'iem', 'iom', 'ow', 'em', 'om', 'ie', 'ia', 'iu', 'io', 'a', 'e', 'i', 'o', 'u', 'y',
].sort((a, b) => b.length - a.length);

/** Participles and their cases; a shorter word is no verb's: `strona`. */
const participles = /(?:ow|yw)?(?:i?on|an)(?:ego|emu|ych|ymi|ej|ym|a|e|y)$/;
/** Words whose vowel changes with the ending. */
const irregular: Record<string, string> = { blad: 'bled' };

const softened: [RegExp, string][] = [
  [/szcz$/, 'st'], [/rz$/, 'r'], [/dz$/, 'd'], [/cz$/, 'k'], [/sz$/, 'ch'], [/ci$/, 't'], [/dzi$/, 'd'], [/ni$/, 'n'], [/si$/, 's'], [/zi$/, 'z'], [/li$/, 'l'], [/c$/, 'k'],
];

export function stemPolish(folded: string): string {
  if (folded.length < 4) return folded;
  if (irregular[folded] !== undefined) return irregular[folded];
  // `zamówień` is a form of `zamówienie`.
  if (folded.length >= 7 && folded.endsWith('ien')) return folded.slice(0, -2);
  const participle = participles.exec(folded);
  if (participle && participle.index >= 4) return folded.slice(0, participle.index);
  const ending = endings.find((each) => folded.length - each.length >= 3 && folded.endsWith(each));
  const rest = ending === undefined ? folded : folded.slice(0, folded.length - ending.length);
  for (const [pattern, hard] of softened) if (pattern.test(rest) && rest.length >= 4) return rest.replace(pattern, hard);
  return rest;
}
