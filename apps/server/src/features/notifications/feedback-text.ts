import type { Language, Translate } from '@ombud/i18n';
import type { NotificationKind } from './kinds.ts';

type About = { kind: NotificationKind; deadline: Date | null; time_zone: string };

/** "Acknowledge by 27 Nov, 17:00", by the clock of who reads it; null where nothing is due. */
export function deadlineText(t: Translate, language: Language, { kind, deadline, time_zone }: About): string | null {
  if (deadline === null) return null;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: time_zone }).format(deadline);
  return t(kind.startsWith('complaint_answer') ? 'staff-feedback.by.answer' : 'staff-feedback.by.acknowledge', { date });
}

/** Where it is read: a complaint has a file, a compliment stands among what is about oneself. */
export function feedbackLink({ kind, feedback }: { kind: NotificationKind; feedback: number | null }): string {
  return kind === 'compliment' ? '/feedback?of=me' : `/feedback/${feedback}`;
}
