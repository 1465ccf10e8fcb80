/** Tomorrow at eight by the clock of the agent's own time zone. */
export function tomorrowAtEight(now: Date, zone: string): Date {
  const parts = partsIn(zone, new Date(now.getTime() + 24 * 3_600_000));
  const wanted = Date.UTC(parts.year, parts.month - 1, parts.day, 8);
  // What the zone's clock shows at that moment in UTC tells how far it is off; a second look for a night in which clocks change.
  const offsetAt = (at: number) => {
    const shown = partsIn(zone, new Date(at));
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - at;
  };
  const first = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(first));
}

function partsIn(zone: string, at: Date): Record<'year' | 'month' | 'day' | 'hour' | 'minute', number> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>; // asked for above
}
