import type { CheckedCustomer, DuplicateReason, Match, Pair } from './duplicates.queries.ts';
import { readPhoneNumber } from './phone-numbers.ts';

/** Where everybody has an address: to share such a domain says nothing. */
const everybodys = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.se', 'hotmail.dk', 'hotmail.es', 'live.com', 'live.se', 'live.dk', 'msn.com', 'yahoo.com', 'yahoo.se', 'yahoo.es', 'yahoo.dk',
  'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.net', 'gmx.de', 'web.de', 'mail.com', 'zoho.com', 'fastmail.com', 'hey.com',
  'telia.com', 'comhem.se', 'bredband.net', 'spray.se', 'mail.dk', 'jubii.dk', 'stofanet.dk', 'telefonica.net', 'terra.es', 'wp.pl', 'o2.pl', 'onet.pl', 'op.pl', 'interia.pl', 'gazeta.pl', 'vp.pl', 'poczta.onet.pl',
]);

/** Letters that do not come apart into a letter and a mark. */
const whole: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** The words of a name without accents, in one order: "Łukasz Wójcik" and "WOJCIK, Lukasz" are one. */
export function foldName(name: string): string[] {
  const letters = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[łøæœßđðþı]/g, (letter) => whole[letter] ?? letter);
  return letters.replace(/['’]/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean).sort();
}

/** What is heard of a word: "Christina" and "Kristina", "Nilsson" and "Nielsen" have one skeleton. */
function skeleton(word: string): string {
  const heard = word.replace(/ph/g, 'f').replace(/th/g, 't').replace(/c[hk]?|q/g, 'k').replace(/w/g, 'v').replace(/z/g, 's').replace(/x/g, 'ks');
  return heard.slice(0, 1).replace(/[aeiouy]/, 'a') + heard.slice(1).replace(/[aeiouyhj]/g, '').replace(/(.)\1+/g, '$1');
}

/** An address as its provider reads it: what follows + is nothing, and nor are the dots at Gmail. */
export function plainMail(address: string): string {
  const at = address.lastIndexOf('@');
  const [box, host] = [address.slice(0, at), address.slice(at + 1)];
  const isGmail = host === 'gmail.com' || host === 'googlemail.com';
  const plain = box.replace(/(?<=.)\+.*$/s, '');
  return `${isGmail ? plain.replaceAll('.', '') : plain}@${isGmail ? 'gmail.com' : host}`;
}

/** The keys under which somebody like them is looked for. A name counts only within an organization or a domain. */
export function keysOf(customer: CheckedCustomer, country: string | undefined): string[] {
  const domains = new Set(customer.emails.map((address) => address.slice(address.lastIndexOf('@') + 1)).filter((domain) => !everybodys.has(domain)));
  const places = [...(customer.organization_id === null ? [] : [`#${customer.organization_id}`]), ...[...domains].slice(0, 5)];
  const names = [...new Set([customer.name, ...customer.own_names].map((name) => foldName(name).join(' ')))].filter((name) => name.length >= 3).slice(0, 5);
  const keys = [
    ...customer.phones.map((phone) => `number:${readPhoneNumber(phone, country) ?? phone}`),
    ...customer.emails.map((address) => `mail:${plainMail(address)}`),
    ...names.flatMap((name) => places.map((place) => `name:${place}:${name}`)),
    // Of one word too many sound alike.
    ...names.filter((name) => name.includes(' ')).flatMap((name) => places.map((place) => `sound:${place}:${name.split(' ').map(skeleton).sort().join(' ')}`)),
  ];
  return [...new Set(keys.map((key) => key.slice(0, 300)))];
}

/** At most so many edits between names that are said to be like each other. */
const mostEdits = 3;

/** Pairs and why, out of the keys that they share; for each customer at most `most`, the strongest first. */
export function pairsOf(matches: readonly Match[], most: number): Pair[] {
  const found = new Map<string, Pair>();
  for (const match of matches) {
    const reason = reasonOf(match);
    if (reason === null) continue;
    const [one, other] = match.id < match.other ? [match.id, match.other] : [match.other, match.id];
    const pair = found.get(`${one} ${other}`) ?? { one, other, reasons: [] };
    if (!pair.reasons.includes(reason)) pair.reasons.push(reason);
    found.set(`${one} ${other}`, pair);
  }
  const taken = new Map<number, number>();
  return [...found.values()].map(inOrder).sort((a, b) => strength(b) - strength(a) || b.other - a.other || b.one - a.one).filter(({ one, other }) => {
    const [ofOne, ofOther] = [taken.get(one) ?? 0, taken.get(other) ?? 0];
    if (ofOne >= most || ofOther >= most) return false;
    taken.set(one, ofOne + 1).set(other, ofOther + 1);
    return true;
  });
}

const order: DuplicateReason[] = ['number', 'mail', 'name', 'similar_name'];

function inOrder(pair: Pair): Pair {
  const said = order.filter((reason) => pair.reasons.includes(reason) && !(reason === 'similar_name' && pair.reasons.includes('name')));
  return { ...pair, reasons: said };
}

function strength({ reasons }: Pair): number {
  return reasons.reduce((sum, reason) => sum + 2 ** (order.length - order.indexOf(reason)), 0);
}

function reasonOf({ key, name, other_name }: Match): DuplicateReason | null {
  if (key.startsWith('number:')) return 'number';
  if (key.startsWith('mail:')) return 'mail';
  if (key.startsWith('name:')) return 'name';
  const [one, other] = [bySound(name), bySound(other_name)];
  return one !== other && edits(one, other) <= mostEdits ? 'similar_name' : null;
}

/** In an order in which the words that sound alike stand at one place. */
function bySound(name: string): string {
  return foldName(name).map((word) => ({ word, sound: skeleton(word) })).sort((a, b) => (a.sound < b.sound ? -1 : 1)).map(({ word }) => word).join(' ');
}

/** Levenshtein's distance. Names are short. */
function edits(one: string, other: string): number {
  const [a, b] = [one.slice(0, 100), other.slice(0, 100)];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
