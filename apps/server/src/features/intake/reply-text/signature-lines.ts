import { tidy, trimMarks } from './lines.ts';

/**
 * Lines that programs add below a mail ("Sent from my iPhone"), by language. Each begins the
 * line; what follows is a device or a program, so the whole line stays short.
 */
const sentFrom =
  'yahoo mail:|sent (?:from|via|with|using|by|on|through|while|in)|send from|posted from|written (?:on|with)|typed on|composed on|from my (?:iphone|ipad|phone|mobile|cell|android|samsung|blackberry|galaxy|tablet)|' +
  'sendt? fra|sendt (?:med|via|på)|skickat? (?:från|med|via|på)|skickat av|skickades (?:från|med|via)|send(?:t|e) frå|' +
  'gesendet (?:von|mit|via|über|vom|aus)|versendet (?:von|mit)|von (?:meinem|meiner|unterwegs)|diese (?:nachricht|e-mail|mail) wurde (?:von|mit)|' +
  '(?:verzonden|verstuurd|verstuurde?|gestuurd) (?:van|vanaf|vanuit|via|met|door|uit)|' +
  'envoyé (?:de|depuis|à partir|avec|par|via|du)|envoyée? (?:de|depuis)|' +
  'enviado (?:desde|con|a través|do|da|a partir|pelo|com|via|de|por|usando|através)|enviada (?:desde|do)|enviat (?:des|amb)|' +
  "inviato (?:da|dal|dall'|con|tramite|via|dallo)|" +
  'wysłan[eoay] (?:z|za|przez|ze|przy)|wysłano (?:z|za)|' +
  'отправлено (?:с|из|через|от|при)|отправлен[оа]? с моего|послано с|надіслано (?:з|із|за|через)|відправлено (?:з|із|за)|изпратено от|' +
  '(?:发自|發自|来自|來自|发送自|傳送自|寄自|从我的|從我的|由我的|使用)(?=.{0,30}(?:发|發|傳|iphone|ipad|手机|手機|邮|郵|outlook|android|mail))|' +
  'lähetetty |odesláno (?:z|ze|pomocí)|odoslané (?:z|zo)|trimis (?:de|din|cu)|στάλθηκε από|εστάλη από|poslano (?:s|sa|z|iz)|послато са|' +
  'נשלח מ|أرسلت? من|أُرسلت من|saadetud minu|nosūtīts no|išsiųsta iš|được gửi từ|gửi từ|dikirim dari|sent frá|ส่งจาก';
const starts = new RegExp(`^(?:${sentFrom})`, 'iu');
// Languages that put the verb at the end.
const ends = /(?:gesendet|versendet|gönderildi|から送信|から送信されました|에서 보냄|에서 전송|에서 보낸 메일|küldve|傳送|发送|寄出|から返信)[.。]?$/iu;
const endSubject =
  /iphone|ipad|android|mobil|handy|outlook|samsung|galaxy|huawei|telefon|tablet|smartphone|blackberry|windows|yahoo|mail|手机|手機|휴대|携帯|スマートフォン|나의|내 /iu;
const outlookApp = /\boutlook\b.{0,20}\b(?:ios|android|mobile|mac|windows)\b/iu;
const someoneMobile = /^\p{L}+(?: \p{L}+)? from (?:my |a )?(?:mobile|phone|iphone|ipad|cell)\W*$/iu;
const getApp =
  /^(?:get|download|try|hämta|ladda ner|hent|last ned|télécharger|obtenir|obtener|descargar?|obter|baixe|scarica|ottieni|pobierz|скачать|получить|завантажити|hanki|lataa|získat|download de|获取|下载) .{0,60}(?:outlook|app|mail|proton|spark|bluemail|aqua|iphone|android)/iu;
const hardware =
  /iphone|ipad|ipod|android|phone|mobil|mobile|cell|samsung|galaxy|huawei|xiaomi|htc|nokia|lumia|blackberry|windows|outlook|gmail|mail|yahoo|proton|spark|airmail|mailbox|thunderbird|handheld|device|tablet|smartphone|mac|pc|app|telefon|portable|móvil|movil|celular|cellulare|teléfono|enhet|enhed|surface|pixel|oneplus|nexus|ti-\d|k-9|treo|palm|watch|kindle|fairphone|телефон|смартфон|почт|пошт|мобил|мобіл|айфон|手机|手機|puhelim|laite|hey|superhuman|fastmail|gmx|web\.de|t-online|telia|poczt|wp |onet|interia|mutt|pine|evolution|emclient|em client|mailspring|polymail|newton|boxer|canary|edison|zoho|laptop|computer/iu;

/** Whether a program, not the author, wrote this line below the mail. Up to 300 characters are looked at. */
export function isSignatureLine(line: string): boolean {
  if (line.length > 300) return false;
  const text = trimMarks(withoutLinks(tidy(line)), '-–—*_<>()[]{}«»|~ ');
  if (text === '' || text.length > 110) return false;
  if (starts.test(text)) return (hardware.test(text) || text.length < 45) && !isProse(text);
  if (ends.test(text)) return endSubject.test(text);
  if (getApp.test(text)) return text.length < 90;
  return (outlookApp.test(text) && text.length < 70) || someoneMobile.test(text);
}

// "Sent from our warehouse on Monday, it should have arrived by now." is the author's.
function isProse(text: string): boolean {
  const words = text.split(' ').length;
  return !hardware.test(text) && (words > 6 || /[,?!:;]|\d{3,}/u.test(text) || (/[.]$/u.test(text) && words > 5));
}

function withoutLinks(text: string): string {
  return text
    .replace(/\[([^[\]]{0,120})\]\(\s?[^()\s]{0,250}\s?\)/gu, '$1')
    .replace(/<?\s?(?:https?:\/\/|www\.|mailto:)[^\s>]{0,280}>?/gu, ' ')
    .replace(/\[(?:https?|cid)[^\]]{0,250}\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

const contact = /https?:\/\/|www\.|[^\s@]{1,60}@[^\s@]{1,60}\.\p{L}{2,}|\+?\d[\d ()/.-]{6,}\d/u;
const footerWords =
  /virus|avast|confidential|privileged|disclaimer|unsubscribe|mailing list|subscribed|vertraulich|konfidentiell|sekretess|fortrolig|vertrouwelijk|confidentiel|confidencial|riservat|poufn|конфиденц|конфіденц|luottamuksell|důvěrn|gizli|this e-?mail|this message|denna e-post|diese e-?mail|cet e-?mail|este correo|este mensaje|esta mensagem|questo messaggio|ta wiadomość|это сообщение|dit bericht|denne e-?mail|denne e-post/iu;

/** Whether lines below a rule read like a card or a notice rather than like the mail going on. */
export function isFooter(lines: readonly string[]): boolean {
  if (lines.length > 15) return false;
  const evident = lines.some((line) => line.length <= 2000 && (contact.test(line.slice(0, 500)) || footerWords.test(line.slice(0, 500))));
  const short = lines.filter((line) => line.length <= 60 && !/[.?!]\s*$/u.test(line)).length;
  return evident && (lines.some((line) => footerWords.test(line.slice(0, 500))) || short >= lines.length * 0.6);
}
