import type { z } from 'zod';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { openCalendar, type CalendarHours, type OpenCalendar } from '../calendars/index.ts';
import { mayArrange } from './availability.policy.ts';
import { countsAt, isScheduledAt } from './availability.rules.ts';
import type { agentWorkShape, timeOffShape } from './availability.schemas.ts';
import type { PersonRow } from './people.queries.ts';
import type { PlannedRow } from './planned-times.queries.ts';

/** People of one calendar share its reckoning. */
export function calculators(hours: Map<number, CalendarHours>): (agentId: number) => OpenCalendar {
  const made = new Map<CalendarHours | undefined, OpenCalendar>();
  return (agentId) => {
    const own = hours.get(agentId);
    const known = made.get(own) ?? openCalendar(own ?? { timeZone: 'UTC', week: null, exceptions: [], holidays: [] });
    made.set(own, known);
    return known;
  };
}

export function toAgentWork(row: PersonRow, actor: AgentActor, { hours, now }: { hours: OpenCalendar; now: Date }): z.input<typeof agentWorkShape> {
  const [off, shift] = [row.off, row.shift].map((each) => each && { from: new Date(each.from), to: new Date(each.to) });
  const shifts = shift ? [shift] : [];
  return {
    agent: { id: row.id, name: row.name },
    role: row.role,
    active: row.active,
    tier: row.tier,
    availability: row.availability,
    since: row.availability_since.toISOString(),
    from_home: row.works_from_home,
    scheduled: isScheduledAt({ timeOff: off ? [off] : [], shifts, hours }, now),
    in_working_hours: isScheduledAt({ timeOff: [], shifts, hours }, now),
    off: off ? { starts_at: off.from.toISOString(), ends_at: off.to.toISOString(), now: off.from <= now } : null,
    calendar: row.calendar_id === null ? null : { id: row.calendar_id, name: row.calendar_name ?? '' },
    skills: row.skills.map(({ expires_at, ...skill }) => {
      const expiresAt = expires_at === null ? null : new Date(expires_at);
      return { ...skill, expires_at: expiresAt?.toISOString() ?? null, counts: countsAt({ expiresAt }, now) };
    }),
    limits: row.limits,
    open: row.open,
    may_edit: mayArrange(actor, row),
  };
}

export function toPlanned({ id, starts_at, ends_at, reason, created_at }: PlannedRow): z.input<typeof timeOffShape> {
  return { id, starts_at: starts_at.toISOString(), ends_at: ends_at.toISOString(), reason, created_at: created_at.toISOString() };
}
