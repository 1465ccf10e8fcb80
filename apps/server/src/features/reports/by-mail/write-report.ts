import { createFormats, isLanguage, type Translate } from '@ombud/i18n';
import type { Context } from '../../../context.ts';
import type { SystemMail, SystemMailJob } from '../../system-mail/index.ts';
import { makeReportFile } from '../export/make-file.ts';
import { findZone, teamsOf } from '../labels.queries.ts';
import type { Report } from '../read-report.ts';
import { narrowingOf } from '../narrowing.ts';
import { narrowFor } from '../reports.policy.ts';
import { findRecipient, findToWrite } from './schedules.queries.ts';
import { periodOf } from './slots.rules.ts';

/** The report as a mail: its main figures as text, all of it attached. With the rights of whoever gets it, as they are now; null when there is nobody or nothing any more. */
export async function writeReport({ db, config: { publicUrl } }: Pick<Context, 'db' | 'config'>, job: SystemMailJob): Promise<SystemMail | null> {
  const { workspace_id: workspaceId, subject_id: scheduleId } = job;
  if (workspaceId === null || scheduleId === null) return null;
  const schedule = await findToWrite(db, workspaceId, scheduleId);
  const person = schedule && (await findRecipient(db, workspaceId, schedule.agent_id));
  if (!schedule || !person || person.role === 'viewer' || person.role === 'client') return null;
  const language = isLanguage(person.language) ? person.language : 'en';
  const period = periodOf(schedule.every, job.created_at, await findZone(db, workspaceId));
  const asked = narrowingOf(schedule.filter);
  const { narrow, only } = narrowFor(person, await teamsOf(db, workspaceId, person.id), asked, null);
  const scope = { workspaceId, brands: person.all_brands ? ('all' as const) : person.brand_ids };
  const { name, type, content, report } = await makeReportFile(db, { scope, narrow, ...period }, only, { format: schedule.format, by: null, language });
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { t } = createTranslator(language);
  const formats = createFormats(language, person.time_zone);
  const dates = period.since === period.until ? formats.day(period.since) : t('reports.period.fromTo', { since: formats.day(period.since), until: formats.day(period.until) });
  const query = new URLSearchParams({ since: period.since, until: period.until, ...Object.fromEntries(Object.entries(schedule.filter).map(([key, value]) => [key, String(value)])) });
  return {
    workspaceId,
    to: person.email,
    language,
    subject: t('reports.mail.subject', { dates }),
    text: `${t(only === 'all' ? 'reports.mail.leadText' : 'reports.mail.leadOwn', { dates })}\n\n${lines(t, formats, report)}\n\n${t('reports.mail.rest')}\n${publicUrl}/reports?${query.toString()}\n\n${t('reports.mail.stop')}\n${publicUrl}/reports?section=mail\n`,
    messageId: `<report-${job.id}-${job.created_at.getTime()}@${new URL(publicUrl).hostname}>`,
    attachments: [{ filename: name, contentType: type, content }],
  };
}

/** The main figures, each with that of the period before. */
function lines(t: Translate, formats: ReturnType<typeof createFormats>, { figures, before }: Report): string {
  const share = (value: number | null | undefined) => (value === null || value === undefined ? '–' : `${formats.number(Math.round(value * 1000) / 10)} %`);
  const time = (value: number | null | undefined) => (value === null || value === undefined ? '–' : formats.duration(value));
  const of = (each: Report['figures']): [string, string][] => [
    [t('reports.figure.tickets'), formats.number(each.tickets)],
    [t('reports.figure.solved'), formats.number(each.solved)],
    ...(each.first_reply === null ? [] : ([
      [t('reports.figure.firstReply'), time(each.first_reply.median_seconds)],
      [t('reports.figure.resolution'), time(each.resolution?.median_seconds)],
      [t('reports.figure.sla'), share(each.sla?.share)],
      [t('reports.figure.promises'), share(each.promises?.share)],
      [t('reports.figure.reopened'), share(each.reopened?.share)],
      [t('reports.figure.firstContact'), share(each.first_contact?.share)],
      [t('reports.figure.satisfaction'), each.satisfaction?.average == null ? '–' : formats.number(Math.round(each.satisfaction.average * 10) / 10)],
    ] satisfies [string, string][])),
  ];
  const earlier = of(before);
  return of(figures).map(([label, value], at) => `${label}: ${value} (${t('reports.mail.before', { value: earlier[at]?.[1] ?? '–' })})`).join('\n');
}
