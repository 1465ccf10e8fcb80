import { getCountries, isSupportedCountry } from 'libphonenumber-js/max';

/** Which country a desk is in, as far as its time zone and its language say. */

/** The countries where the languages of the screens are at home; English says nothing. */
const homes: Record<string, string> = { sv: 'SE', da: 'DK', pl: 'PL', es: 'ES' };

let byZone: Map<string, string> | undefined;

function countriesByZone(): Map<string, string> {
  if (byZone) return byZone;
  byZone = new Map();
  for (const country of getCountries()) for (const zone of zonesOf(country)) if (!byZone.has(canonical(zone))) byZone.set(canonical(zone), country);
  return byZone;
}

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined }; // newer than TypeScript's library
  return locale.getTimeZones?.() ?? [];
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

/** ISO 3166-1 alpha-2; those whose numbering plan is known. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}

/** Null when neither tells: UTC and English. */
export function countryOf({ country, time_zone, default_language }: { country: string | null; time_zone: string; default_language: string }): string | null {
  return country ?? countriesByZone().get(canonical(time_zone)) ?? homes[default_language] ?? null;
}
