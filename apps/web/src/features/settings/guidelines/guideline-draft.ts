import { fieldsOf, readFields } from '../../tickets/composer/zoned-time.ts';
import type { Guideline, GuidelineConditions, GuidelineMoment } from '../../tickets/guidelines/index.ts';

/** A guideline as its form holds it. */
export interface GuidelineDraft {
  name: string;
  /** An id, or `all` */
  brand: string;
  text: string;
  moments: GuidelineMoment[];
  conditions: GuidelineConditions;
  /** Days in the agent's zone; empty: at once, and without an end */
  from: string;
  until: string;
}

export const everyBrand = 'all';

/** What is edited begins where the version that is shown stands; its beginning is the new version's own. */
export function draftOf({ name, brand, version }: Guideline, zone: string): GuidelineDraft {
  const until = version.effective_until === null ? null : new Date(version.effective_until);
  const isAhead = until !== null && until.getTime() > Date.now();
  return {
    name,
    brand: brand === null ? everyBrand : String(brand.id),
    text: version.text,
    moments: [...version.moments],
    conditions: version.conditions,
    from: '',
    until: isAhead ? lastDay(until, zone) : '',
  };
}

/** The last day on which it is in force. */
export function lastDay(until: Date, zone: string): string {
  return fieldsOf(new Date(until.getTime() - 1), zone).date;
}

function beginningOf(day: string, zone: string): Date | null {
  return readFields({ date: day, time: '00:00' }, zone);
}

export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The same without what nothing was chosen for. */
export function chosenConditions({ fields = {}, ...lists }: GuidelineConditions): GuidelineConditions {
  const chosen = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value) && value.length > 0));
  const ofFields = chosen(fields);
  return { ...chosen(lists), ...(Object.keys(ofFields).length > 0 && { fields: ofFields }) } as GuidelineConditions; // fewer of the same
}

/** What the API takes; today as a beginning means now. */
export function toVersion({ text, moments, conditions, from, until }: GuidelineDraft, zone: string) {
  const begins = from === '' ? null : beginningOf(from, zone);
  return {
    text,
    moments,
    conditions: chosenConditions(conditions),
    ...(begins && begins.getTime() > Date.now() && { effective_from: begins.toISOString() }),
    effective_until: until === '' ? null : (beginningOf(dayAfter(until), zone)?.toISOString() ?? null),
  };
}
