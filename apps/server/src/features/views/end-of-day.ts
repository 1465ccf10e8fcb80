/** The moment at which the day ends where the agent is. */
export function endOfDay(now: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(now);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const passed = ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1_000 + now.getMilliseconds();
  return new Date(now.getTime() - passed + 86_400_000);
}
