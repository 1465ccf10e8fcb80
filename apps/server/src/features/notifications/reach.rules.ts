import { readWays, type NotificationKind } from './kinds.ts';
import { quietUntil, readQuiet } from './quiet.rules.ts';

/** Who has looked at the screen does not need the mail. */
export const mailAfter = 15 * 60_000;

/** What somebody wants to hear, as it is stored. */
export type Wishes = { time_zone: string; ways: unknown; quiet: unknown; quiet_until: Date | null };

/** By which ways something new reaches somebody, ISO moments; null: not at all. */
export type Reach = { shown: boolean; rings: boolean; push_at: string | null; mail_at: string | null };

export function reach(kind: NotificationKind, { time_zone, ways, quiet, quiet_until }: Wishes, now: Date): Reach | null {
  const { app, sound, push, mail } = readWays(ways)[kind];
  if (!app && !push && !mail) return null;
  const quietEnd = quietUntil(readQuiet(quiet, quiet_until), time_zone, now);
  const mailed = Math.max(now.getTime() + mailAfter, quietEnd?.getTime() ?? 0);
  return {
    shown: app,
    rings: app && sound && quietEnd === null,
    push_at: push && quietEnd === null ? now.toISOString() : null,
    mail_at: mail ? new Date(mailed).toISOString() : null,
  };
}
