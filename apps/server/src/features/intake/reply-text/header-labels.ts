export type HeaderRole = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** Labels of the header block above a quoted or forwarded message, by role and language. Lower case. */
const labels: Readonly<Record<HeaderRole, string>> = {
  from:
    'from|från|avsändare|fra|von|absender|van|afzender|de|expéditeur|émetteur|remitente|remetente|da|mittente|od|nadawca|' +
    'от|от кого|отправитель|від|від кого|відправник|发件人|寄件者|寄件人|發件人|差出人|送信者|送信元|보낸 사람|보낸사람|발신인|발신|' +
    'lähettäjä|odesílatel|odosielateľ|kimden|gönderen|feladó|küldő|de la|expeditor|από|šalje|pošiljatelj|מאת|من|saatja|kellelt|' +
    'nuo|siuntėjas|từ|dari|frá|afsender|avsendar',
  sent:
    'sent|skickat|sänt|sendt|gesendet|verzonden|verstuurd|envoyé|envoyé le|envoyée|enviado|enviado el|enviada|enviada em|enviado em|' +
    'enviat|inviato|inviata|wysłano|wysłane|отправлено|надіслано|відправлено|发送时间|发送日期|寄件日期|傳送時間|傳送日期|发送|' +
    '送信日時|送信日|보낸 날짜|보낸날짜|보낸시간|lähetetty|odesláno|odoslané|gönderildi|gönderme|gönderim tarihi|elküldve|küldve|trimis|' +
    'στάλθηκε|изпратено|poslano|נשלח|تم الإرسال|saadetud|đã gửi|terkirim|gönderilme tarihi|gönderme tarihi|sent at|sent on',
  date:
    'date|datum|dato|fecha|data|data e ora|дата|日期|时间|日付|日時|날짜|päivämäärä|päivä|pvm|tarih|dátum|dată|ημερομηνία|תאריך|التاريخ|' +
    "kuupäev|ngày|tanggal|data wysłania|date d'envoi|when|data de envio|dags",
  to:
    'to|till|til|an|empfänger|aan|à|a|para|pour|destinataire|destinatario|destinatário|per|do|dla|adresat|кому|получатель|одержувач|收件人|收件者|' +
    '宛先|받는 사람|받는사람|수신|vastaanottaja|komu|kime|alıcı|címzett|către|catre|προς|до|za|prima|אל|إلى|kellele|kam|kam|đến|kepada|mottagare|modtager|mottaker|mottakar|ontvanger|pro',
  cc:
    'cc|bcc|kopia|kopi|kopie|kopio|copie|copie à|copia|cópia|con copia|copia conoscenza|do wiadomości|dw|udw|копия|копія|抄送|副本|密送|참조|bilgi|másolat|' +
    'κοιν|κοιν.|עותק|نسخة|ccn|blindkopia',
  subject:
    'subject|ämne|ärende|emne|betreff|betr|onderwerp|objet|sujet|asunto|assunto|assumpte|oggetto|temat|тема|主题|主旨|主題|标题|件名|제목|' +
    'aihe|otsikko|předmět|predmet|vec|konu|tárgy|subiect|θέμα|относно|נושא|הנדון|الموضوع|teema|tēma|tema|chủ đề|tiêu đề|perihal|subjek|efni|re',
  other:
    'reply-to|reply to|svara till|svar til|antwort an|antwoord aan|répondre à|responder a|rispondi a|risposta|odpowiedz do|' +
    'odpowiedź do|ответить|回复|attachments|attachment|bilagor|bifogade filer|vedhæftet|vedlegg|anlagen|anhang|bijlage|bijlagen|pièces jointes|' +
    'adjuntos|datos adjuntos|anexos|allegati|załączniki|вложения|вкладення|附件|liitteet|přílohy|importance|priority|prioritet|priorité|' +
    'wichtigkeit|vigtighed|viktighet|prioridade|prioridad|message-id|organization|newsgroups|list-id|return-path|sender|resent-from|' +
    'mailed-by|signed-by|category|categories|flag|hash|conversation|sensitivity|urgency|x-mailer|received|content-type',
};

const roles = new Map<string, HeaderRole>();
for (const [role, list] of Object.entries(labels) as [HeaderRole, string][]) {
  for (const label of list.split('|')) if (!roles.has(label)) roles.set(label, role);
}

/** The role of a label such as "Från", "*Sent" or "Temat ", or null. */
export function headerRole(label: string): HeaderRole | null {
  return roles.get(label.toLowerCase()) ?? null;
}

/** Sent-type and subject-type labels that are long enough to be sought inside a line. */
export const inlineLabels: readonly string[] = [...roles.entries()]
  .filter(([label, role]) => (role === 'sent' || role === 'subject' || role === 'to' || role === 'date') && label.length > 1)
  .map(([label]) => label);
