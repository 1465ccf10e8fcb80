import type { Shape } from '@ombud/sdk';
import { readMinutes, sayMinutes } from './durations.ts';

export type SlaPolicy = Shape<'SlaPolicy'>;
export const slaKinds = ['pickup', 'first_reply', 'next_reply', 'update', 'resolution'] as const;
export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
type Kind = (typeof slaKinds)[number];
type Priority = (typeof priorities)[number];

/** As typed: words for minutes, so that nothing changes under the cursor. */
export type TargetDraft = Record<Kind, { business: boolean } & Record<Priority, string>>;

export function draftTargets(targets: SlaPolicy['targets']): TargetDraft {
  const draft = (kind: Kind) => {
    const target = targets.find((each) => each.kind === kind);
    return { business: target?.time !== 'calendar', ...Object.fromEntries(priorities.map((priority) => [priority, sayMinutes(target?.minutes[priority] ?? null)])) };
  };
  return Object.fromEntries(slaKinds.map((kind) => [kind, draft(kind)])) as TargetDraft; // every kind with every priority
}

/** A new policy begins with what many desks promise. */
export const usualTargets: SlaPolicy['targets'] = [
  { kind: 'first_reply', time: 'business', minutes: { urgent: 30, high: 60, normal: 240, low: 480 } },
  { kind: 'next_reply', time: 'business', minutes: { urgent: 60, high: 120, normal: 480, low: 960 } },
  { kind: 'resolution', time: 'business', minutes: { urgent: 240, high: 480, normal: 1440, low: 2880 } },
];

/** What cannot be read as a time, as "kind.priority". */
export function unreadable(draft: TargetDraft): string[] {
  return slaKinds.flatMap((kind) => priorities.filter((priority) => readMinutes(draft[kind][priority]) === undefined).map((priority) => `${kind}.${priority}`));
}

export function targetsOf(draft: TargetDraft): SlaPolicy['targets'] {
  return slaKinds.flatMap((kind) => {
    const minutes = Object.fromEntries(priorities.map((priority) => [priority, readMinutes(draft[kind][priority]) ?? null])) as SlaPolicy['targets'][number]['minutes']; // every priority
    return Object.values(minutes).every((each) => each === null) ? [] : [{ kind, time: draft[kind].business ? ('business' as const) : ('calendar' as const), minutes }];
  });
}
