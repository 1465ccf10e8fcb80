import { isLanguage, type Language } from '@ombud/i18n';
import type { Context } from '../../context.ts';
import type { Tx } from '../../platform/db/db.ts';
import { insertSystemMail, type SystemMail, type SystemMailJob } from '../system-mail/index.ts';
import { findStopped, whoToTell } from './stop-mail.queries.ts';

type Words = { subject: string; failing: string; gone: string; rest: string };

const words: Record<Language, Words> = {
  en: {
    subject: 'The webhook “{name}” was stopped',
    failing: 'Nothing that Ombud sent to {host} for the webhook “{name}” has been taken for three days. It has been stopped.',
    gone: '{host} answered that it wants nothing more for the webhook “{name}” (410 Gone). It has been stopped.',
    rest: 'What happens from now on is not kept for it. When the other side works again, resume it and send again what has failed:',
  },
  sv: {
    subject: 'Webhooken ”{name}” har stoppats',
    failing: 'Inget av det som Ombud skickat till {host} för webhooken ”{name}” har tagits emot på tre dagar. Den har stoppats.',
    gone: '{host} svarade att inget mer ska skickas för webhooken ”{name}” (410 Gone). Den har stoppats.',
    rest: 'Det som händer från och med nu sparas inte för den. När mottagaren fungerar igen: återuppta den och skicka det som misslyckats på nytt:',
  },
  es: {
    subject: 'Se ha detenido el webhook «{name}»',
    failing: 'Desde hace tres días no se acepta nada de lo que Ombud envía a {host} para el webhook «{name}». Se ha detenido.',
    gone: '{host} respondió que no quiere recibir nada más para el webhook «{name}» (410 Gone). Se ha detenido.',
    rest: 'Lo que ocurra a partir de ahora no se guarda para él. Cuando el destino vuelva a funcionar, reanúdalo y reenvía lo que falló:',
  },
  da: {
    subject: 'Webhooken »{name}« er stoppet',
    failing: 'Intet af det, som Ombud har sendt til {host} for webhooken »{name}«, er blevet modtaget i tre dage. Den er stoppet.',
    gone: '{host} svarede, at der ikke skal sendes mere for webhooken »{name}« (410 Gone). Den er stoppet.',
    rest: 'Det, der sker fra nu af, gemmes ikke til den. Når modtageren virker igen, så genoptag den og send det mislykkede igen:',
  },
  pl: {
    subject: 'Webhook „{name}” został zatrzymany',
    failing: 'Od trzech dni {host} nie przyjmuje niczego, co Ombud wysyła dla webhooka „{name}”. Został on zatrzymany.',
    gone: '{host} odpowiedział, że nie chce już niczego otrzymywać dla webhooka „{name}” (410 Gone). Został on zatrzymany.',
    rest: 'To, co wydarzy się od teraz, nie będzie dla niego zachowywane. Gdy odbiorca znów zadziała, wznów webhook i wyślij ponownie to, co się nie udało:',
  },
};

/** Its owner is written to, and the administrators who see all brands: whoever may mend it. */
export async function queueStopMail(tx: Tx, { workspaceId, webhookId }: { workspaceId: number; webhookId: number }, ownerId: number, now: Date): Promise<void> {
  for (const address of await whoToTell(tx, workspaceId, ownerId)) await insertSystemMail(tx, { kind: 'webhook_stopped', address, workspaceId, subjectId: webhookId, now });
}

/** Null when it is gone, or has been resumed meanwhile. */
export async function writeStopMail({ db, config: { publicUrl } }: Pick<Context, 'db' | 'config'>, job: SystemMailJob): Promise<SystemMail | null> {
  const { workspace_id: workspaceId, subject_id: webhookId } = job;
  const stopped = workspaceId === null || webhookId === null ? null : await findStopped(db, workspaceId, webhookId, job.address);
  if (!stopped || workspaceId === null) return null;
  const language = isLanguage(stopped.language) ? stopped.language : 'en';
  const { subject, rest, ...why } = words[language];
  const values: Record<string, string> = { name: stopped.name, host: new URL(stopped.url).host };
  const fill = (text: string) => text.replace(/\{(name|host)\}/g, (_whole, key: string) => values[key] ?? '');
  return {
    workspaceId,
    to: job.address,
    language,
    subject: fill(subject),
    text: `${fill(why[stopped.status])}\n\n${rest}\n\n${publicUrl}/settings/webhooks/${webhookId}\n`,
    messageId: `<webhook-${job.id}-${job.created_at.getTime()}@${new URL(publicUrl).hostname}>`,
  };
}
