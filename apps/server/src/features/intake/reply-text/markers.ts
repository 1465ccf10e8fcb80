import { headerRole } from './header-labels.ts';
import { longestRuleLine, tidy, trimMarks, withoutQuoteMarks } from './lines.ts';

/**
 * Lines that announce history: "-----Original Message-----", "Begin forwarded message:",
 * "Reply above this line". Compared in lower case without dashes around them.
 */
const original =
  'original message|original e-mail|original email|original mail|original appointment|originalmeddelande|ursprungligt meddelande|ursprungligt mail|' +
  'original meddelande|tidigare meddelande|oprindelig meddelelse|oprindelig besked|original meddelelse|opprinnelig melding|opprinnelig e-post|opphavleg melding|' +
  'opprinnelig beskjed|ursprüngliche nachricht|originalnachricht|original-nachricht|original nachricht|ursprüngliche mail|ursprüngliche e-mail|' +
  "originele bericht|oorspronkelijk bericht|origineel bericht|oorspronkelijke bericht|message d'origine|message original|mail original|mail d'origine|message initial|message originel|courriel original|" +
  "mensaje original|mensaje de origen|correo original|missatge original|mensagem original|messaggio originale|messaggio d'origine|" +
  'oryginalna wiadomość|wiadomość oryginalna|wiadomość pierwotna|oryginalny e-mail|wiadomość źródłowa|исходное сообщение|оригинальное сообщение|исходное письмо|первоначальное сообщение|' +
  'оригінальне повідомлення|вихідне повідомлення|початкове повідомлення|оригинално съобщение|原始邮件|原始郵件|邮件原件|原邮件|回复的原邮件|回复邮件|原始訊息|原始信件|源邮件|' +
  '元のメッセージ|元のメール|オリジナルメッセージ|원본 메일|원본 메시지|원본메일|alkuperäinen viesti|alkuperäinen sähköposti|původní zpráva|původní e-mail|pôvodná správa|' +
  'orijinal mesaj|orijinal ileti|özgün ileti|asıl ileti|eredeti üzenet|mesaj original|mesajul original|αρχικό μήνυμα|izvorna poruka|originalna poruka|izvirno sporočilo|' +
  'הודעה מקורית|ההודעה המקורית|الرسالة الأصلية|algne kiri|algsõnum|oriģinālā ziņa|sākotnējais ziņojums|pradinis laiškas|thư gốc|tin nhắn gốc|pesan asli|upprunaleg skilaboð|' +
  'reply message|reply email|replied message|mensaje citado|quoted message';

const forwarded =
  'forwarded message|forwarded email|forwarded e-mail|forwarded mail|forwarded letter|forward message|begin forwarded message|start of forwarded message|forwarded conversation|fwd message|' +
  'vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mail|vidarebefordrat mejl|vidarebefordrat e-post|vidaresänt meddelande|börja vidarebefordrat meddelande|början på vidarebefordrat meddelande|' +
  'videresendt meddelelse|videresendt besked|videresendt mail|start på videresendt besked|videresendt e-mail|begynd videresendt besked|videresendt melding|videresendt e-post|vidaresendt melding|start på videresendt melding|videresend melding|' +
  'weitergeleitete nachricht|weitergeleitete mail|weitergeleitete e-mail|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|beginn der weitergeleiteten nachricht|' +
  'doorgestuurd bericht|doorgestuurd mailtje|begin doorgestuurd bericht|begin van doorgestuurd bericht|start van doorgestuurd bericht|doorgezonden bericht|' +
  'message transféré|message réexpédié|courriel transféré|début du message transféré|début du message réexpédié|message suivi|mail transféré|e-mail transféré|transféré|' +
  'mensaje reenviado|inicio del mensaje reenviado|correo reenviado|comienzo del mensaje reenviado|inici del missatge reenviat|missatge reenviat|' +
  'mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada|e-mail encaminhado|' +
  'messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato|messaggio girato|' +
  'przekazana wiadomość|wiadomość przekazana|treść przekazanej wiadomości|przesłana dalej wiadomość|wiadomość przekazana dalej|początek przekazanej wiadomości|początek przekazywanej wiadomości|początek wiadomości przekazanej dalej|przekazywana wiadomość|' +
  'пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|пересылаемое письмо|пересланное письмо|начало переадресованного сообщения|начало пересылаемого сообщения|начало переадресованного письма|перенаправлене повідомлення|' +
  'переслане повідомлення|пересилане повідомлення|початок переадресованого повідомлення|початок листа, що пересилається|початок пересланого повідомлення|препратено съобщение|' +
  '转发邮件|转发的邮件|轉寄郵件|转发邮件信息|轉寄的郵件|下面是被转发的邮件|已转发的邮件|开始转发的邮件|以下為轉寄郵件|已轉寄的郵件|开始转发邮件|開始轉寄郵件|轉寄訊息|転送メッセージ|転送メール|転送されたメッセージ|転送されたメール|전달된 메시지|전달된 메일|전달 메시지|전달된 메시지의 시작|' +
  'välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa|alkaa välitetty viesti|přeposlaná zpráva|předaná zpráva|začátek přeposílané zprávy|začátek přeposlané zprávy|preposlaná správa|posredované sporočilo|' +
  'iletilen mesaj|yönlendirilmiş mesaj|iletilmiş mesaj|iletilen ileti|yönlendirilen ileti|başlangıç iletilen mesaj|továbbított üzenet|továbbított levél|mesaj redirecționat|mesaj redirectionat|mesaj inaintat|προωθημένο μήνυμα|' +
  'proslijeđena poruka|prosleđena poruka|posredovano sporočilo|הודעה שהועברה|الرسالة المعاد توجيهها|رسالة معاد توجيهها|edastatud kiri|edastatud sõnum|pārsūtīta ziņa|persiųstas laiškas|thư chuyển tiếp|tin nhắn đã chuyển tiếp|pesan terusan|áframsent skilaboð';

const replyAbove =
  'reply above this line|please reply above this line|please type your reply above this line|type your reply above this line|write your reply above this line|to reply, type above this line|reply above this line to respond|' +
  'svara ovanför den här raden|svara ovanför denna rad|skriv ditt svar ovanför denna rad|skriv ditt svar ovanför den här raden|svar over denne linje|svar over denne linjen|skriv dit svar over denne linje|skriv svaret ditt over denne linjen|' +
  'bitte antworten sie oberhalb dieser linie|bitte oberhalb dieser linie antworten|antworten sie über dieser zeile|antwort oberhalb dieser zeile|antwoord boven deze regel|typ uw antwoord boven deze regel|répondre au-dessus de cette ligne|répondez au-dessus de cette ligne|veuillez répondre au-dessus de cette ligne|' +
  'responda por encima de esta línea|responda encima de esta línea|escriba su respuesta por encima de esta línea|responda acima desta linha|escreva a sua resposta acima desta linha|rispondi sopra questa riga|rispondere sopra questa linea|odpowiedz powyżej tej linii|odpowiedz nad tą linią|' +
  'ответьте выше этой строки|ответ пишите выше этой строки|відповідайте вище цього рядка|请在此行上方回复|vastaa tämän rivin yläpuolelle|odpovězte nad tímto řádkem';

export type Marker = 'original' | 'forwarded' | 'reply-above';

const meanings = new Map<string, Marker>();
for (const words of original.split('|')) meanings.set(words, 'original');
for (const words of forwarded.split('|')) meanings.set(words, 'forwarded');
for (const words of replyAbove.split('|')) meanings.set(words, 'reply-above');

/**
 * What a line announces, or null. Without dashes around it only a whole line with a colon
 * ("Begin forwarded message:") or a "reply above" line counts; a bare "Original message" says so
 * by `loose`, for a caller who sees a header block below it.
 */
export function markerOf(line: string, loose = false): Marker | null {
  if (line.length > 200) return null;
  const text = tidy(withoutQuoteMarks(line)).replace(/[’´`]/g, "'");
  const inner = trimMarks(text, '-–—_=*#+~<>()[] ');
  const dashed = /^[*<[(]?(?:[-–—_=#+~]{2,}|\*{2,}|-|# ?#)/u.test(text);
  const words = inner
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(/ ?[:：]$/u, '')
    .replace(/^\S{1,20}@\S+ /u, '');
  const meaning = meanings.get(words) ?? null;
  if (meaning !== null) {
    return dashed || loose || meaning === 'reply-above' || (meaning === 'forwarded' && /[:：]$/u.test(inner)) ? meaning : null;
  }
  if (!dashed) return null;
  // Lotus Notes: "----- Forwarded by Anna Ek/Company on 2017-05-03 10:11 -----"; others put the first header on the same line.
  if (
    /^(?:forwarded by|vidarebefordrat av|weitergeleitet von|réacheminé par|reenviado por|inoltrato da|przekazane przez|doorgestuurd door|videresendt av|videresendt af) /u.test(
      words,
    )
  )
    return 'forwarded';
  const headed = /^([^-–—_]{4,60}?)\s?[-–—_]{2,}\s?\*?([^:：]{1,30})[:：]/u.exec(inner);
  if (headed !== null && headerRole((headed[2] ?? '').trim()) !== null) return meanings.get((headed[1] ?? '').trim().toLowerCase()) ?? null;
  return null;
}

/** A line of nothing but dashes, underscores, stars and the like (three at least). */
export function isRule(line: string): boolean {
  return line.length <= longestRuleLine && /^[\s>]*(?:[-–—_=~#*+.·•─━]\s?){3,}\s*$/u.test(line) && !/^[\s>]*\.{3,}\s*$/u.test(line);
}

/** The signature delimiter: "-- " (RFC 3676, 4.3), bare "--" as most programs leave it, or a lone long dash. */
export function isSignatureDelimiter(line: string): boolean {
  return /^\s?(?:- --|--|__|[–—―]{1,2})\s{0,4}$/u.test(line);
}
