/** RFC 3339 in a time zone: "2026-11-27T00:21:05.123+01:00". */
export function createZonedTime(zone: string): (value: Date) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', timeZoneName: 'longOffset',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3,
  });
  return (value) => {
    const parts = Object.fromEntries(format.formatToParts(value).map(({ type, value: text }) => [type, text]));
    const offset = (parts['timeZoneName'] ?? '').replace('GMT', '') || '+00:00';
    return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}.${parts['fractionalSecond']}${offset}`;
  };
}
