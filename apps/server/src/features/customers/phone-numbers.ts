import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * The number in E.164, e.g. +46701234567; undefined for what is no number that exists. `country` (ISO 3166-1, e.g. SE)
 * is where a number without a country code is from.
 */
export function readPhoneNumber(text: string, country?: string): string | undefined {
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text.trim(), home ? { defaultCountry: home, extract: false } : { extract: false });
  return number?.isValid() && !number.ext ? number.number : undefined;
}
