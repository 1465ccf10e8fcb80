import { AsYouType, isSupportedCountry, parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

/**
 * Telephone numbers, by the rules of each country. The largest set of rules (157 kB, 17 MB of memory once): the smaller ones
 * know lengths only, and take 070-123 456 789 for a number.
 */

const longest = 60;
/** Marks of writing direction that address books put around numbers. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A number as people write it, in E.164 ("+46701234567"). Without + or 00 in front it is one of `country` (ISO 3166-1,
 * "SE"). Undefined when it cannot be a number there, when the country is not known, or when an extension stands behind it.
 */
export function readPhoneNumber(text: string, country?: string): string | undefined {
  const number = parse(text, country);
  return number?.number;
}

function parse(text: string, country: string | undefined): PhoneNumber | undefined {
  const written = text.replace(unseen, '').replace(/^\s*tel:\s*/i, '').trim();
  if (written.length > longest) return undefined;
  const here = asCountry(country);
  // 00 dials abroad from nearly everywhere; a country knows its own exceptions (011, 0011).
  const number = parsePhoneNumberFromString(here === undefined ? written.replace(/^00(?=[1-9])/, '+') : written, { defaultCountry: here, extract: false });
  if (!number?.isPossible() || number.ext !== undefined) return undefined;
  // A trunk zero that could not be taken off: too short or too long for what it begins like.
  if (number.nationalNumber.startsWith('0') && !number.isValid()) return undefined;
  return number;
}

function asCountry(country: string | undefined): CountryCode | undefined {
  return country !== undefined && isSupportedCountry(country) ? country : undefined;
}

export type ShownNumber = {
  /** As people of `country` write it. */
  text: string;
  /** Possible, but of no range that is known to be in use. */
  isDoubtful: boolean;
};

/** What a stored number looks like for people in `country`; one that was stored before numbers were read stays as it is. */
export function showPhoneNumber(stored: string, country?: string): ShownNumber {
  const number = stored.startsWith('+') ? parsePhoneNumberFromString(stored) : undefined;
  if (!number) return { text: stored, isDoubtful: true };
  const isHere = number.country !== undefined && number.country === country;
  return { text: isHere ? number.formatNational() : number.formatInternational(), isDoubtful: !number.isValid() };
}

/** A number's digits without the country, as they are dialled inside of it: "0701234567". */
export function nationalDigits(stored: string): string {
  const number = stored.startsWith('+') ? parsePhoneNumberFromString(stored) : undefined;
  return (number?.formatNational() ?? stored).replace(/\D/g, '');
}

/** What is typed of a number so far, as the beginning of a stored one: "0701-2" in SE is "+467012". Null when it is none. */
export function phoneBeginning(typed: string, country?: string): string | null {
  const written = typed.replace(unseen, '').trim();
  if (written.length > longest || !/^\+?[0-9 ()./\u00a0-]+$/.test(written) || !/[0-9]/.test(written)) return null;
  const typing = new AsYouType(asCountry(country));
  typing.input(written);
  return typing.getNumberValue() ?? null;
}
