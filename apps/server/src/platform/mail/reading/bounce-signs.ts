import type { ReadMail } from './mail.types.ts';

/** What tells a machine's report about mail from a letter: who sent it, its form, and what it says. */

/** Enough text to recognise any report; the rest is the returned message. */
const scanned = 20_000;

const daemon =
  /^(mailer-?daemon|mail-?daemon|maildaemon|postmaster|poostmaster|mdaemon|mailadmin|mail-?deliver(y|er)?([._-]?(system|subsystem))?|delivery[._-]?(status|subsystem)?|bounce[sd]?|undeliverable|mmdf|uucp)$/i;
const daemonName = /mailer-?daemon|mail deliver(y|er)? ?(sub)?system|mail administrator|system administrator|postmaster|mail delivery service|content-filter/i;

const failedSubject = [
  /undeliver(ed|able)|non[- ]?deliver(y|able)|not deliver(ed|able)|delivery (has )?(failed|failure|report|unsuccessful)|failed delivery|delivery (status )?notification|delivery problem|returned (e-?)?mail|mail returned|returning message|failure notice|mail (system )?error|mail delivery (failed|error|problem|failure)|message (delivery )?(has )?(failed|failure|not sent|could not)|message you sent|(could|can) ?not (be )?deliver|unable to deliver|bounce(d)? (e-?)?(mail|message)/i,
  /unzustellbar|nicht zustellbar|zustellung.{0,30}fehlgeschlagen|nicht zugestellt|zur(ü|ue)ckgewiesene/i,
  /kunde inte levereras|gick inte att leverera|oleverer|ej levererat|misslyckad leverans|kan inte leverer/i,
  /kunne ikke leveres|ikke leveret|ikke levert|kan ikke lever(es|e)/i,
  /niedostarcz|nie dostarczono|nie mo(ż|z)na dostarczy|zwrot wiadomo(ś|s)ci|nieudana dostawa/i,
  /no (se )?(pudo|puede|ha podido)( ser)? entregar|no entregad[oa]|devuelto|no se puede entregar|mensaje no (entregado|enviado)|fallo en la entrega/i,
  /non (remis|distribu(é|e)|livr(é|e))|(é|e)chec de (la )?(remise|distribution|livraison)|retourn(é|e) (à|a) l|courrier non/i,
  /onbestelbaar|niet (afgeleverd|bezorgd)|kan niet worden bezorgd/i,
  /mancat[ao] (recapito|consegna)|non recapitabile|impossibile (recapitare|consegnare)|non consegnat/i,
  /n(ã|a)o entregue|n(ã|a)o foi poss(í|i)vel entregar|falha na entrega|devolvid[ao]|mensagem devolvida/i,
  /недоставлен|не доставлен|не может быть доставлен|невозможно доставить|не вдалося достав/i,
  /配信不能|配達不能|送信できません|配信できません|エラー.{0,10}メール|退信|无法投递|无法传递|系统退信|반송|배달 ?(실패|불가)/i,
];

const failedText = [
  /(could|can) ?not be delivered|couldn['’]t be delivered|wasn['’]t delivered|not able to deliver|wasn['’]t able to deliver|was not delivered|(has|had) not been delivered|unable to deliver|delivery to the following recipients? failed|did not reach the following|undeliverable|permanent (fatal )?errors?|delivery (has |attempt )?failed|failed permanently|failed to (deliver|send)|was not relayed|returned to (the )?sender|not deliver your message|an error (has )?occurred while (trying|attempting) to deliver|there was an error delivering|delivery failure|giving up|had delivery (errors|problems)|(had trouble|problems?) delivering|rejected recipient|no valid recipients|no such user|could not be sent|mailbox (is )?(full|unavailable)|user unknown|address not found|message blocked|may not have permission to post|recipient address rejected|final-recipient\s*:/i,
  /送信できませんでした|配信できませんでした|お届けできません|無法|未能送达|не может\s+быть (отправлено|доставлено)|недоставлен|nicht zugestellt|konnte nicht|n['’]a pas pu être|no se pudo entregar|non è stato possibile|nie (mogła|została) (zostać )?dostarczon|kunde inte levereras|kunne ikke leveres/i,
];

const delayedSubject =
  /\b(delay(ed)?|still being retried|warning:? ?(-+ ?)?(could not|message|unsent)|not yet (been )?delivered|verzögert|opóźni|försenad|forsinke|retras|différé|retardé|ritard|vertraag|atraso)\b|delivery (status notification )?\(delay\)|warning--could not send/i;
const delayedText =
  /this is a warning( message)? only|do not need to resend|still (trying|being retried)|will (be retried|keep trying|continue (trying|to be)|retry)|will be attempted|not yet been delivered|temporarily delayed|message still undelivered/i;

export function bouncedSubject(subject: string): boolean {
  return failedSubject.some((pattern) => pattern.test(subject.slice(0, 400)));
}

/** From, Sender or the envelope belong to a mail system and not to a person. */
export function isDaemon(mail: ReadMail, envelopeFrom: string | null): boolean {
  const returnPath = (mail.headers['return-path'] ?? '').trim();
  const local = (address: string | null | undefined): string => address?.split('@')[0] ?? '';
  // A return path of bounces@… is how newsletters collect theirs; only in From does it name a daemon.
  const paths = [returnPath.replace(/[<>]/g, ''), envelopeFrom].map(local);
  return (
    [mail.from?.address, mail.sender?.address].map(local).some((l) => daemon.test(l)) ||
    paths.some((l) => /^(mailer-?daemon|postmaster)$/i.test(l)) ||
    (mail.from ? daemonName.test(mail.from.name) : false) ||
    daemonName.test(mail.headers['from'] ?? '')
  );
}

/** No return address at all (RFC 5321 §4.5.5); '' is the null path, null means that the envelope is not known. */
export function hasNullPath(mail: ReadMail, envelopeFrom: string | null): boolean {
  const returnPath = mail.headers['return-path'];
  return (
    envelopeFrom === '' || envelopeFrom === '<>' || (returnPath !== undefined && /^<?\s*>?$/.test(returnPath.trim())) || /^<?>$/.test((mail.headers['from'] ?? '').trim())
  );
}

export type ReportKind = 'bounce' | 'delay' | 'report';

function statusActions(mail: ReadMail): string[] {
  const actions: string[] = [];
  for (const attachment of mail.attachments) {
    if (attachment.type !== 'message/delivery-status' && attachment.type !== 'message/global-delivery-status') continue;
    const text = Buffer.from(attachment.content.subarray(0, 100_000)).toString('latin1');
    for (const match of text.matchAll(/^action[ \t]*:[ \t]*([a-z]{1,20})/gim)) actions.push(match[1]!.toLowerCase());
    if (actions.length === 0) actions.push('');
  }
  return actions;
}

/** A report about delivery or abuse, in the standard's form (RFC 3462, 3464, 5965, 8098) or in a sender's own. */
export function reportKind(mail: ReadMail, envelopeFrom: string | null): ReportKind | null {
  const type = (mail.headers['content-type'] ?? '').toLowerCase();
  if (
    mail.attachments.some((a) => a.type === 'message/feedback-report' || a.type === 'message/disposition-notification') ||
    /report-type="?(feedback-report|disposition-notification|tlsrpt)/.test(type)
  )
    return 'report';
  if (isAggregateReport(mail) || isComplaint(mail)) return 'report';
  const actions = statusActions(mail);
  if (actions.length > 0) {
    if (actions.includes('failed')) return 'bounce';
    if (actions.includes('delayed')) return 'delay';
    if (actions.some((a) => a === 'delivered' || a === 'relayed' || a === 'expanded')) return 'report';
    return delayedSubject.test(mail.subject) || delayedText.test(mail.text.slice(0, scanned)) ? 'delay' : 'bounce';
  }
  if (/report-type="?delivery-status/.test(type)) return delayedSubject.test(mail.subject) ? 'delay' : 'bounce';
  if (/"notificationType\\?"\s?:\s?\\?"(Bounce|Complaint)/.test(mail.text.slice(0, scanned))) return 'bounce';
  const daemonic = isDaemon(mail, envelopeFrom);
  const nullPath = hasNullPath(mail, envelopeFrom);
  const text = mail.text.slice(0, scanned);
  const says = failedText.some((pattern) => pattern.test(text));
  const subject = bouncedSubject(mail.subject);
  if (!daemonic && !nullPath && !mail.headers['x-failed-recipients']) {
    // Gateways that sign with a person's kind of address: everything else has to speak for a report, and nothing for a letter about one.
    const letter = mail.inReplyTo.length > 0 || /^(re|fwd?|sv|vs|aw|wg|tr|rv|odp|pd|i|r)\s?:/i.test(mail.subject.trim());
    const auto = /^auto-/i.test(mail.headers['auto-submitted'] ?? '');
    return !letter && subject && says && hasSmtpCode(text) && (auto || mail.forwarded.length > 0) ? 'bounce' : null;
  }
  const late = delayedSubject.test(mail.subject) || delayedText.test(text);
  if (late && (daemonic || says)) return 'delay';
  if (mail.headers['x-failed-recipients'] || (subject && (daemonic || says)) || (says && (daemonic || hasSmtpCode(text) || mail.forwarded.length > 0))) return 'bounce';
  return null;
}

function hasSmtpCode(text: string): boolean {
  return /\b5\.\d{1,3}\.\d{1,3}\b|\b55[0-9][ -]/.test(text);
}

/** Some providers report abuse without the standard's part: a subject and the message complained of. */
function isComplaint(mail: ReadMail): boolean {
  return /^(complaint about message from|abuse report|email feedback report|spam report)/i.test(mail.subject.trim()) && mail.forwarded.length > 0;
}

/** DMARC aggregate reports (RFC 7489 §7.2.1.1) come as a compressed file under a fixed subject. */
function isAggregateReport(mail: ReadMail): boolean {
  return /^report domain: ?\S{1,255} submitter: ?\S/i.test(mail.subject.replace(/\s+/g, ' ').trim());
}
