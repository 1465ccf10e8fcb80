/** What an agent may hear of. */
export const kinds = ['assigned', 'mentioned', 'answered', 'colleague', 'new_in_team', 'failed', 'woken', 'promise_due', 'promise_broken', 'promise_answered', 'sla_warning', 'sla_breached', 'low_score', 'escalated', 'handed_back', 'asked', 'approval_asked', 'approval_answered', 'offered', 'complaint_given', 'complaint_acknowledge_due', 'complaint_acknowledge_late', 'complaint_answer_due', 'complaint_answer_late', 'compliment'] as const;
export type NotificationKind = (typeof kinds)[number];

/** How they hear of it. `sound` is heard where the app is open, so only of what is shown in it. */
export const ways = ['app', 'sound', 'push', 'mail'] as const;
export type NotificationWay = (typeof ways)[number];

export type WaysOfKinds = Record<NotificationKind, Record<NotificationWay, boolean>>;

const quietly = { app: true, sound: false, push: true, mail: false };
const aloud = { app: true, sound: true, push: true, mail: false };

/** Push reaches nobody before a device has been allowed it, so it is on: whoever allows one wants it. */
export const defaultWays: WaysOfKinds = {
  assigned: { ...aloud, mail: true },
  mentioned: { ...aloud, mail: true },
  answered: aloud,
  colleague: quietly,
  new_in_team: { app: true, sound: false, push: false, mail: false },
  failed: aloud,
  woken: quietly,
  promise_due: aloud,
  promise_broken: { ...aloud, mail: true },
  promise_answered: aloud,
  sla_warning: aloud,
  sla_breached: aloud,
  low_score: { ...aloud, mail: true },
  escalated: { ...aloud, mail: true },
  handed_back: { ...aloud, mail: true },
  asked: { ...aloud, mail: true },
  approval_asked: { ...aloud, mail: true },
  // They may have asked by mail, and what was refused is theirs to write anew.
  approval_answered: { ...aloud, mail: true },
  offered: aloud,
  complaint_given: { ...aloud, mail: true },
  complaint_acknowledge_due: { ...aloud, mail: true },
  complaint_acknowledge_late: { ...aloud, mail: true },
  complaint_answer_due: { ...aloud, mail: true },
  complaint_answer_late: { ...aloud, mail: true },
  compliment: quietly,
};

/** A mail waits a quarter of an hour; an offer does not. */
export const isPossible = (kind: NotificationKind, way: NotificationWay): boolean => kind !== 'offered' || way !== 'mail';

/** What is stored may be older than the list of kinds, and names only what was changed. */
export function readWays(stored: unknown): WaysOfKinds {
  const given = isRecord(stored) ? stored : {};
  const waysOf = (kind: NotificationKind) => {
    const own = isRecord(given[kind]) ? given[kind] : {};
    return Object.fromEntries(ways.map((way) => [way, isPossible(kind, way) && (typeof own[way] === 'boolean' ? own[way] : defaultWays[kind][way])]));
  };
  return Object.fromEntries(kinds.map((kind) => [kind, waysOf(kind)])) as WaysOfKinds; // every kind with every way
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
