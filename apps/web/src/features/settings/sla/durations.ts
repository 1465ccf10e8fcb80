/** "4h 30m" of minutes; empty for nothing. */
export function sayMinutes(minutes: number | null): string {
  if (minutes === null) return '';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours}h` : '', rest > 0 || hours === 0 ? `${rest}m` : ''].filter(Boolean).join(' ');
}

/** Minutes of "90", "90m", "1h 30m", "1:30", "1.5h" or "1,5 h"; null for nothing, undefined for what cannot be read. */
export function readMinutes(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase().replace(',', '.');
  if (typed === '' || typed === '–' || typed === '-') return null;
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(typed);
  if (clock) return sensible(Number(clock[1]) * 60 + Number(clock[2]));
  // "t" is the hour of Swedish and Danish, "g" or "godz" of Polish.
  const parts = /^(?:(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|t|g|godz)\.?)?\s*(?:(\d{1,6})\s*(?:m|min)?\.?)?$/.exec(typed);
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return undefined;
  return sensible(Math.round(Number(parts[1] ?? 0) * 60) + Number(parts[2] ?? 0));
}

/** A minute to a year. */
const sensible = (minutes: number) => (minutes >= 1 && minutes <= 527_040 ? minutes : undefined);
