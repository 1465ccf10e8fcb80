/** Small letters without marks, so that "as" finds "Åsa" and "wyslij" finds "Wyślij". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae');

const beginsAWord = (text: string, word: string) => text.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word));

/** 0 where the text begins so, 1 where one of its words does, 2 where it stands inside one; null where it is not. */
function placeOf(text: string, word: string): number | null {
  const at = text.indexOf(word);
  if (at <= 0) return at === 0 ? 0 : null;
  return beginsAWord(text, word) ? 1 : 2;
}

/** Those that have every typed word, and of these first the ones that begin with it: "bo" is Bo Ek before it is Nobody. */
export function bestFirst<Item extends { label: string }>(items: readonly Item[], typed: string): Item[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  return items
    .flatMap((item) => {
      const places = words.map((word) => placeOf(plain(item.label), word));
      return places.includes(null) ? [] : [{ item, place: places.reduce<number>((sum, place) => sum + (place ?? 0), 0) }];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
