/**
 * Which legacy charset unlabelled 8-bit bytes are in. Every candidate decodes a sample and is
 * scored by what writing looks like: letters of one script beside each other are good,
 * symbols inside words and capitals after small letters are bad.
 */
const singleByte: Array<[charset: string, hints: string[]]> = [
  ['windows-1252', ['sv', 'se', 'da', 'dk', 'no', 'de', 'at', 'ch', 'fr', 'be', 'es', 'it', 'pt', 'br', 'nl', 'fi', 'en', 'uk', 'us', 'com']],
  ['windows-1250', ['pl', 'cs', 'cz', 'sk', 'hu', 'hr', 'sl', 'si', 'ro', 'ba', 'al']],
  ['iso-8859-2', ['pl', 'cs', 'cz', 'sk', 'hu', 'hr', 'sl', 'si', 'ro']],
  ['windows-1251', ['ru', 'ua', 'by', 'bg', 'kz', 'rs', 'mk', 'su']],
  ['koi8-r', ['ru', 'su']],
  ['windows-1253', ['el', 'gr', 'cy']],
  ['windows-1254', ['tr']],
  ['windows-1255', ['he', 'il']],
  ['windows-1256', ['ar', 'sa', 'eg', 'ae', 'ma']],
];
const eastern: Array<[charset: string, hints: string[]]> = [
  ['shift_jis', ['ja', 'jp']],
  ['euc-jp', ['ja', 'jp']],
  ['gb18030', ['zh', 'cn', 'sg']],
  ['big5', ['tw', 'hk']],
  ['euc-kr', ['ko', 'kr']],
];
/** The letters that common European languages add to a–z, by the set that carries them. */
const western = 'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœ';
const central = 'ąćęłńóśźżáčďéěíňřšťúůýžäöüőűăâîșțşţôľĺŕđ';
const frequentCyrillic = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїє';

function sample(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && bytes[first]! < 0x80) first++;
  const start = Math.max(0, first - 200);
  return bytes.subarray(start, start + 4000);
}

function scoreText(text: string, charset: string): number {
  let score = 0;
  let prev = '';
  let run = 0; // letters beyond ASCII in a row: three are a word of another script, hardly of a Latin one
  const chars = [...text];
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i]!;
    const code = c.codePointAt(0)!;
    if (code >= 0x80) {
      const lower = c.toLowerCase();
      const isLetter = /\p{L}/u.test(c);
      const next = chars[i + 1] ?? '';
      const inWord = /[\p{L}]/u.test(prev) || /[\p{L}]/u.test(next);
      if (c === '\ufffd' || (code >= 0x80 && code < 0xa0)) score -= 8;
      else if (!isLetter) score += inWord && /\p{L}/u.test(prev) && /\p{L}/u.test(next) && c !== '’' ? -4 : /[«»„“”‘’–—…°§€£\u00a0©®•¡¿]/.test(c) ? 1 : -1;
      else {
        run++;
        const capitalInside = c !== lower && /\p{Ll}/u.test(prev);
        const latin = charset === 'windows-1252' || charset === 'windows-1250' || charset === 'iso-8859-2' || charset === 'windows-1254';
        if (capitalInside) score -= 3;
        else if (latin && run > 2) score -= 4;
        else if (charset === 'windows-1252') score += western.includes(lower) ? 3 : -1;
        else if (charset === 'windows-1250' || charset === 'iso-8859-2') score += central.includes(lower) ? 3 : -1;
        else if (charset === 'windows-1251' || charset === 'koi8-r') {
          const alone = !/\p{Script=Cyrillic}/u.test(prev + next);
          const mixed = /[a-z]/i.test(prev) || /[a-z]/i.test(next);
          score += mixed ? -3 : alone ? 0 : frequentCyrillic.indexOf(c) >= 0 && frequentCyrillic.indexOf(c) < 16 ? 3 : 1;
        } else {
          const mixed = /[a-z]/i.test(prev) || /[a-z]/i.test(next);
          score += charset === 'windows-1254' ? ('ğışçöüİ'.includes(c) ? 2.5 : -1) : mixed ? -3 : 2;
        }
      }
    }
    if (code < 0x80 || !/\p{L}/u.test(c)) run = 0;
    prev = c;
  }
  return score;
}

function scoreEastern(text: string): number {
  let score = 0;
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (code < 0x80) continue;
    if (c === '\ufffd') score -= 20;
    else if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7a3)) score += 5;
    else if (code >= 0x4e00 && code <= 0x9fa5) score += 4;
    else if (code >= 0x3000 && code <= 0x303f) score += 3;
    else if (code >= 0xff61 && code <= 0xff9f)
      score -= 2; // half-width kana: what Latin text looks like in Shift_JIS
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 10;
    else score += 0.5;
  }
  return score;
}

export function guessCharset(bytes: Uint8Array, hint: string | null): string {
  const part = sample(bytes);
  let high = 0;
  for (const b of part) if (b >= 0x80) high++;
  let best = 'windows-1252';
  let bestScore = -Infinity;
  const consider = (charset: string, score: number, hints: string[]): void => {
    const bonus = hint && hints.includes(hint.toLowerCase()) ? Math.max(2, high * 0.6) : 0;
    const total = score + bonus;
    if (total > bestScore) {
      bestScore = total;
      best = charset;
    }
  };
  for (const [charset, hints] of singleByte) consider(charset, scoreText(new TextDecoder(charset).decode(part), charset), hints);
  // A word of Latin text has lone high bytes; double-byte text comes in runs.
  if (high >= 4 && high * 4 >= part.length / 4) {
    for (const [charset, hints] of eastern) consider(charset, scoreEastern(new TextDecoder(charset).decode(part)) * 1.2, hints);
  }
  return best;
}
