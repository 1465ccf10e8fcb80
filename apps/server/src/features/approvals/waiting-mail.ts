import { isLanguage, type Language } from '@ombud/i18n';
import type { Context } from '../../context.ts';
import { agentAddress, findReplyInbox, loopHeader } from '../delivery/index.ts';
import { mailWords } from '../notifications/index.ts';
import type { SystemMail, SystemMailJob } from '../system-mail/index.ts';
import { findWaiting } from './waiting-mail.queries.ts';

type Words = { subject: string; waits: string; next: string };

const words: Record<Language, Words> = {
  en: {
    subject: 'Not sent yet: [#{number}] {subject}',
    waits: 'Your answer to the ticket below has not gone out: it takes an approval (“{rule}”), which has been asked for in your name.',
    next: 'Approved, it is sent as you wrote it. Refused, its text is in the composer of the ticket. Here you see how it stands, and can withdraw it:',
  },
  sv: {
    subject: 'Inte skickat än: [#{number}] {subject}',
    waits: 'Ditt svar på ärendet nedan har inte skickats: det kräver ett godkännande (”{rule}”), som har begärts i ditt namn.',
    next: 'Godkänns det skickas det som du skrev det. Nekas det finns texten i ärendets svarsfält. Här ser du läget och kan ta tillbaka det:',
  },
  es: {
    subject: 'Aún no enviado: [#{number}] {subject}',
    waits: 'Tu respuesta al ticket de abajo no ha salido: requiere una aprobación («{rule}»), que se ha pedido en tu nombre.',
    next: 'Si se aprueba, se envía tal como la escribiste. Si se rechaza, el texto vuelve al editor del ticket. Aquí ves cómo va y puedes retirarla:',
  },
  da: {
    subject: 'Ikke sendt endnu: [#{number}] {subject}',
    waits: 'Dit svar på sagen nedenfor er ikke sendt: det kræver en godkendelse (»{rule}«), som der er bedt om i dit navn.',
    next: 'Godkendes det, sendes det, som du skrev det. Afvises det, ligger teksten i sagens svarfelt. Her ser du, hvordan det står, og kan trække det tilbage:',
  },
  pl: {
    subject: 'Jeszcze nie wysłano: [#{number}] {subject}',
    waits: 'Twoja odpowiedź na poniższe zgłoszenie nie została wysłana: wymaga zatwierdzenia („{rule}”), o które poproszono w Twoim imieniu.',
    next: 'Po zatwierdzeniu zostanie wysłana tak, jak ją napisano. Po odrzuceniu jej treść wróci do edytora zgłoszenia. Tu widać, co się z nią dzieje, i można ją wycofać:',
  },
};

/**
 * Tells somebody who answered by mail that their answer has not gone out, in the conversation of the ticket's other notices; an
 * answer to it is a note. Null where the request has been answered meanwhile.
 */
export async function writeWaitingMail({ db, sealer, config: { publicUrl } }: Pick<Context, 'db' | 'sealer' | 'config'>, job: SystemMailJob): Promise<SystemMail | null> {
  const { workspace_id: workspaceId, subject_id: requestId } = job;
  const waiting = workspaceId === null || requestId === null ? null : await findWaiting(db, workspaceId, requestId);
  if (!waiting || workspaceId === null) return null;
  const language = isLanguage(waiting.language) ? waiting.language : 'en';
  const { subject, waits, next } = words[language];
  const values: Record<string, string> = { number: String(waiting.number), subject: waiting.subject, rule: waiting.rule };
  const { ticket_id: ticketId, agent_id: agentId } = waiting;
  const inbox = await findReplyInbox(db, workspaceId, waiting);
  const replyTo = inbox ? agentAddress(sealer, { workspaceId, ticketId, agentId, kind: 'note', inboxAddress: inbox.address }) : null;
  const host = new URL(publicUrl).hostname;
  const fill = (text: string) => text.replace(/\{(number|subject|rule)\}/g, (_whole, key: string) => values[key] ?? '');
  return {
    workspaceId,
    to: job.address,
    language,
    subject: fill(subject).replace(/[\r\n]+/g, ' ').trim(),
    text: `${fill(waits)}\n\n#${waiting.number} ${waiting.subject}\n\n${next}\n\n${publicUrl}/approvals/${requestId}\n\n-- \n${replyTo === null ? mailWords[language].noAnswer : mailWords[language].note}\n`,
    messageId: `<approval-${job.id}-${job.created_at.getTime()}@${host}>`,
    references: `<notices-${workspaceId}-${agentId}-${ticketId}@${host}>`,
    headers: { 'X-Ombud-Loop': loopHeader(sealer, { workspaceId, ticketId, messageId: 0 }) },
    ...(replyTo === null ? {} : { replyTo }),
  };
}
