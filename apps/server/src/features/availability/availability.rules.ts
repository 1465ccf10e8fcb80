import type { OpenCalendar } from '../calendars/index.ts';

/** A closed list. `online`: takes cases that are handed out; `busy`: at work, takes none; `break`: back soon; `away`: not there. */
export const availabilities = ['online', 'busy', 'break', 'away'] as const;
export type Availability = (typeof availabilities)[number];

/** From `from` up to, not including, `to`. */
export type TimeSpan = { from: Date; to: Date };

/** What decides whether somebody is at work. `hours`: their own calendar, or the desk's; `shifts`: beside these. */
export type WhoIsAsked = { availability: Availability; timeOff: readonly TimeSpan[]; shifts: readonly TimeSpan[]; hours: Pick<OpenCalendar, 'isOpen'> };

export function isWithin(spans: readonly TimeSpan[], at: Date): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}

/** Expected to work at this moment: within their hours or on a shift, and no time off. Whether they are there is another question. */
export function isScheduledAt({ timeOff, shifts, hours }: Omit<WhoIsAsked, 'availability'>, at: Date): boolean {
  return !isWithin(timeOff, at) && (hours.isOpen(at.getTime()) || isWithin(shifts, at));
}

/** Expected, and there: online or busy. Availability is that of now, so a moment to come is asked of `isScheduledAt`. */
export function isAtWork(who: WhoIsAsked, at: Date): boolean {
  return (who.availability === 'online' || who.availability === 'busy') && isScheduledAt(who, at);
}

/** Whether cases may be handed to them now. */
export function takesCases(who: WhoIsAsked, at: Date): boolean {
  return who.availability === 'online' && isScheduledAt(who, at);
}

/** A skill counts until it expires. */
export function countsAt({ expiresAt }: { expiresAt: Date | null }, at: Date): boolean {
  return expiresAt === null || at < expiresAt;
}

export function skillsThatCount<Skill extends { expiresAt: Date | null }>(skills: readonly Skill[], at: Date): Skill[] {
  return skills.filter((skill) => countsAt(skill, at));
}

const minute = 60_000;
/** So long (ms) somebody without an open screen stays as they said; a break may be spent with the computer closed. */
export const staysFor = { working: 15 * minute, break: 120 * minute };
