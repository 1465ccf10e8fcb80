import { describe, expect, test } from 'vitest';
import { splitReply } from './reply-text.ts';

const attributions: [client: string, line: string][] = [
  ['en Gmail', 'On Tue, May 3, 2016 at 10:11 AM Anna Ek <anna@example.org> wrote:'],
  ['en Gmail, wrapped', 'On Tue, May 3, 2016 at 10:11 AM Anna Maria Ek via Support Desk <\nanna.maria.ek@support.example.org> wrote:'],
  ['en Apple Mail', 'On 3 May 2016, at 10:11, Anna Ek <anna@example.org> wrote:'],
  ['en Apple Mail without an address', 'On May 3, 2016, at 10:11 AM, Anna Ek wrote:'],
  ['en Thunderbird', 'On 03/05/16 10:11, Anna Ek wrote:'],
  ['en Yahoo', 'On Tuesday, May 3, 2016, 10:11:12 AM GMT+2, Anna Ek <anna@example.org> wrote:'],
  ['en Yahoo with dashes', '--- On Tue, 5/3/16, Anna Ek <anna@example.org> wrote:'],
  ['en Proton', 'On Tuesday, May 3rd, 2016 at 10:11 AM, Anna Ek <anna@example.org> wrote:'],
  ['en Outlook mobile', 'On Tue, May 3, 2016 at 10:11 AM +0200, "Anna Ek" <anna@example.org<mailto:anna@example.org>> wrote:'],
  ['en FastMail', 'On Tue, 3 May 2016, at 10:11 AM, Anna Ek wrote:'],
  ['en NetEase', 'At 2016-05-03 10:11:12, "Anna Ek" <anna@example.org> wrote:'],
  ['en Mutt', 'On Tue, May 03, 2016 at 10:11:12AM +0200, Anna Ek wrote:'],
  ['en wrapped before the verb', 'On Tue, May 3, 2016 at 10:11 AM, Anna Ek <anna@example.org>\nwrote:'],
  ['en wrapped over four lines', 'On Tue, May 3, 2016 at 10:11 AM,\nAnna Ek\n<anna@example.org>\nwrote:'],
  ['en name first', 'Anna Ek <anna@example.org> wrote:'],
  ['en name first, dated', 'Anna Ek <anna@example.org> wrote on 05/03/2016 10:11:12 AM:'],
  ['en Horde', 'Quoting Anna Ek <anna@example.org>:'],
  ['en bold', '*On 3 May 2016 at 10:11, Anna Ek wrote:*'],
  ['date first, no verb', '2016-05-03 10:11 GMT+02:00 Anna Ek <anna@example.org>:'],
  ['sv Gmail', 'Den tis 3 maj 2016 kl 10:11 skrev Anna Ek <anna@example.org>:'],
  ['sv Gmail, wrapped', 'Den tis 3 maj 2016 kl 10:11 skrev Anna-Karin Lundström Ek <\nanna-karin.lundstrom@example.org>:'],
  ['sv Apple Mail', '3 maj 2016 kl. 10:11 skrev Anna Ek <anna@example.org>:'],
  ['sv Thunderbird', 'Den 2016-05-03 kl. 10:11, skrev Anna Ek:'],
  ['sv older Thunderbird', 'Anna Ek skrev den 2016-05-03 10:11:'],
  ['sv Roundcube', 'Den 2016-05-03 10:11, skrev anna@example.org:'],
  ['da Gmail', 'Den tirs. 3. maj 2016 kl. 10.11 skrev Anna Ek <anna@example.org>:'],
  ['da Apple Mail', 'Den 3. maj 2016 kl. 10.11 skrev Anna Ek <anna@example.org>:'],
  ['da Thunderbird', 'Den 03.05.2016 kl. 10.11 skrev Anna Ek:'],
  ['da webmail', 'Anna Ek <anna@example.org> skrev den 3. maj 2016 10.11:'],
  ['nb Gmail', 'tir. 3. mai 2016 kl. 10:11 skrev Anna Ek <anna@example.org>:'],
  ['nb Apple Mail', '3. mai 2016 kl. 10:11 skrev Anna Ek <anna@example.org>:'],
  ['nb Thunderbird', 'Den 03.05.2016 10:11, skrev Anna Ek:'],
  ['nn', 'Den 3. mai 2016 kl. 10:11 skreiv Anna Ek <anna@example.org>:'],
  ['de Gmail', 'Am Di., 3. Mai 2016 um 10:11 Uhr schrieb Anna Ek <anna@example.org>:'],
  ['de Gmail, wrapped', 'Am Di., 3. Mai 2016 um 10:11 Uhr schrieb Anna Ek von der Heide <\nanna@example.org>:'],
  ['de Inbox, wrapped', 'Anna Ek <anna@example.org> schrieb am Di., 3.\nMai 2016 um 10:11 Uhr:'],
  ['de Apple Mail', 'Am 03.05.2016 um 10:11 schrieb Anna Ek <anna@example.org>:'],
  ['de Thunderbird', 'Am 03.05.2016 um 10:11 schrieb Anna Ek:'],
  ['de Horde', 'Zitat von Anna Ek <anna@example.org>:'],
  ['nl Gmail', 'Op di 3 mei 2016 om 10:11 schreef Anna Ek <anna@example.org>:'],
  ['nl Apple Mail', 'Op 3 mei 2016, om 10:11 heeft Anna Ek <anna@example.org> het volgende geschreven:'],
  ['nl Android', 'Op 3 mei 2016 10:11 schreef "Anna Ek" <anna@example.org> het volgende:'],
  ['nl Thunderbird', 'Op 3-5-2016 om 10:11 schreef Anna Ek:'],
  ['fr Gmail', 'Le mar. 3 mai 2016 à 10:11, Anna Ek <anna@example.org> a écrit :'],
  ['fr Gmail with hard spaces', 'Le\u00a0mar. 3 mai 2016 à\u00a010:11, Anna Ek <anna@example.org> a écrit\u00a0:'],
  ['fr Apple Mail', 'Le 3 mai 2016 à 10:11, Anna Ek <anna@example.org> a écrit :'],
  ['fr Thunderbird', 'Le 03/05/2016 à 10:11, Anna Ek a écrit :'],
  ['es Gmail', 'El mar, 3 may 2016 a las 10:11, Anna Ek (<anna@example.org>) escribió:'],
  ['es Gmail, wrapped', 'El mar., 3 may. 2016 a las 10:11, Anna María Ek García (<\nanna@example.org>) escribió:'],
  ['es Apple Mail', 'El 3 may 2016, a las 10:11, Anna Ek <anna@example.org> escribió:'],
  ['es Thunderbird', 'El 03/05/2016 a las 10:11, Anna Ek escribió:'],
  ['es older Gmail', 'El 3 de mayo de 2016, 10:11, Anna Ek<anna@example.org> escribió:'],
  ['pt Gmail', 'Em ter., 3 de mai. de 2016 às 10:11, Anna Ek <anna@example.org> escreveu:'],
  ['pt Gmail of Portugal', 'Anna Ek <anna@example.org> escreveu no dia terça, 3/05/2016 à(s) 10:11:'],
  ['pt Apple Mail', 'Em 3 de mai de 2016, à(s) 10:11, Anna Ek <anna@example.org> escreveu:'],
  ['pt Apple Mail of Portugal', 'No dia 03/05/2016, às 10:11, Anna Ek <anna@example.org> escreveu:'],
  ['it Gmail', 'Il giorno mar 3 mag 2016 alle ore 10:11 Anna Ek <anna@example.org> ha scritto:'],
  ['it Apple Mail', 'Il giorno 03 mag 2016, alle ore 10:11, Anna Ek <anna@example.org> ha scritto:'],
  ['it Thunderbird', 'Il 03/05/2016 10:11, Anna Ek ha scritto:'],
  ['pl Gmail', 'wt., 3 maj 2016 o 10:11 Anna Ek <anna@example.org> napisał(a):'],
  ['pl Gmail, older', 'W dniu 3 maja 2016 10:11 użytkownik Anna Ek <anna@example.org> napisał:'],
  ['pl Thunderbird', 'W dniu 03.05.2016 o 10:11, Anna Ek pisze:'],
  ['pl Apple Mail', 'Wiadomość napisana przez Anna Ek <anna@example.org> w dniu 3 maj 2016, o godz. 10:11:'],
  ['pl iPhone', 'Dnia 3 maj 2016 o godz. 10:11 Anna Ek <anna@example.org> napisał(a):'],
  ['pl Onet', 'W dniu 2016-05-03 10:11:12 użytkownik Anna Ek <anna@example.org> napisał:'],
  ['pl WP', 'Dnia 3 maja 2016 10:11 Anna Ek <anna@example.org> napisał(a):'],
  ['pl o2', 'Dnia 3 maja 2016 10:11 "Anna Ek" < anna@example.org > napisał(a):'],
  ['ru Gmail', 'вт, 3 мая 2016 г. в 10:11, Анна Эк <anna@example.org>:'],
  ['ru Gmail, older', '3 мая 2016 г., 10:11 пользователь Анна Эк <anna@example.org> написал:'],
  ['ru Apple Mail', '3 мая 2016 г., в 10:11, Анна Эк <anna@example.org> написал(а):'],
  ['ru Thunderbird', '03.05.2016 10:11, Анна Эк пишет:'],
  ['ru Yandex', '03.05.2016, 10:11, "Анна Эк" <anna@example.org>:'],
  ['ru Mail.ru', 'Вторник, 3 мая 2016, 10:11 +03:00 от Анна Эк <anna@example.org>:'],
  ['uk Gmail', 'вт, 3 трав. 2016 р. о 10:11 Анна Ек <anna@example.org> пише:'],
  ['uk Gmail, older', '3 травня 2016 р. 10:11 користувач Анна Ек <anna@example.org> написав:'],
  ['uk Apple Mail', '3 трав. 2016 р. о 10:11 Анна Ек <anna@example.org> написав(ла):'],
  ['zh Gmail', 'Anna Ek <anna@example.org> 于2016年5月3日周二 上午10:11写道：'],
  ['zh Apple Mail', '在 2016年5月3日，上午10:11，Anna Ek <anna@example.org> 写道：'],
  ['zh NetEase', '在 2016-05-03 10:11:12，"Anna Ek" <anna@example.org> 写道：'],
  ['zh Thunderbird', '在 2016/5/3 10:11, Anna Ek 写道:'],
  ['zh-TW Gmail', 'Anna Ek <anna@example.org> 於 2016年5月3日 週二 上午10:11寫道：'],
  ['fi Gmail', 'ti 3. toukok. 2016 klo 10.11 Anna Ek (anna@example.org) kirjoitti:'],
  ['fi Apple Mail', 'Anna Ek <anna@example.org> kirjoitti 3.5.2016 kello 10.11:'],
  ['cs Gmail', 'út 3. 5. 2016 v 10:11 odesílatel Anna Ek <anna@example.org> napsal:'],
  ['cs Thunderbird', 'Dne 03. 05. 16 v 10:11 Anna Ek napsal(a):'],
  ['ja Gmail', '2016年5月3日(火) 10:11 Anna Ek <anna@example.org>:'],
  ['ja Apple Mail', '2016/05/03 10:11、Anna Ek <anna@example.org>のメール:'],
  ['ko Gmail', '2016년 5월 3일 (화) 오전 10:11, Anna Ek <anna@example.org>님이 작성:'],
  ['tr Gmail', 'Anna Ek <anna@example.org>, 3 May 2016 Sal, 10:11 tarihinde şunu yazdı:'],
  ['hu Gmail', 'Anna Ek <anna@example.org> ezt írta (időpont: 2016. máj. 3., K, 10:11):'],
  ['ro Gmail', 'mar., 3 mai 2016 la 10:11, Anna Ek <anna@example.org> a scris:'],
  ['el Gmail', 'Στις Τρί 3 Μαΐ 2016 στις 10:11 π.μ., ο/η Anna Ek <anna@example.org> έγραψε:'],
  ['et Gmail', 'Anna Ek <anna@example.org> kirjutas kuupäeval T, 3. mai 2016 kell 10:11:'],
  ['ca Gmail', 'Missatge de Anna Ek <anna@example.org> del dia dt., 3 de maig 2016 a les 10:11:'],
];

describe('the attribution line goes with what it introduces', () => {
  test.each(attributions)('%s', (_, line) => {
    const marked = `The keys arrived today.\n\n${line}\n\n> Have the keys arrived?\n> Anna\n`;
    const unmarked = `The keys arrived today.\nThank you!\n\n${line}\n\nHave the keys arrived?\n\nAnna\n`;
    expect(splitReply(marked).reply).toBe('The keys arrived today.');
    expect(splitReply(unmarked).reply).toBe('The keys arrived today.\nThank you!');
  });

  test.each(attributions)('%s, above the answer', (_, line) => {
    expect(splitReply(`${line}\n> Have the keys arrived?\n\nThey came today.\nThank you!`).reply).toBe('They came today.\nThank you!');
  });
});

const closings: [why: string, text: string][] = [
  ['no date and no address', 'Your colleague wrote:\nplease send the invoice again.'],
  ['the colon inside the line', 'In your mail of 3 May 2016 you wrote: please send the invoice.\nHere it is.'],
  ['a pronoun wrote it', 'On 3 May 2016 at 10:11 you wrote:\nthat the order had left.\nIt has not.'],
  ['a sentence about a mail', 'Yesterday somebody at your shop wrote that it was sold out.\nIs it?'],
  ['words far from the line', 'On this day\n\nI wrote something\n\nwhich was long.'],
  ['a Swedish sentence', 'Den 3 maj 2016 skrev ni att varan skulle komma:\ndet gjorde den inte.'],
  ['a German sentence', 'Am 3. Mai 2016 schrieb ich Ihnen, dass Folgendes fehlt:\nder Schlüssel.'],
  ['a French sentence', "Le 3 mai 2016 vous avez écrit que tout était prêt:\nce n'est pas le cas."],
  ['a Spanish sentence', 'El cliente escribió:\nno funciona la impresora.'],
  ['a Polish sentence', 'Kolega pisze:\nnie działa drukarka.'],
  ['a Russian sentence', 'Программа пишет:\nошибка доступа.'],
  ['a Danish sentence', 'Programmet skrev:\nadgang nægtet.'],
  ['times of an appointment', 'I can come at these times:\n3 May 2016 10:11:\nor later.'],
  ['an address and a colon', 'Please answer to my other address <anna@example.org>:\nthis one is full.'],
];

describe('a sentence that only looks like an attribution stays', () => {
  test.each(closings)('%s', (_, text) => {
    expect(splitReply(text).reply).toBe(text);
    expect(splitReply(`Hello!\n\n${text}`).reply).toBe(`Hello!\n\n${text}`);
  });
});
