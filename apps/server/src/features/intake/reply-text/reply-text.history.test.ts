import { describe, expect, test } from 'vitest';
import { splitReply } from './reply-text.ts';

const headers: [client: string, block: string][] = [
  ['en Outlook', 'From: Anna Ek <anna@example.org>\nSent: Tuesday, 3 May 2016 10:11\nTo: Support\nSubject: Keys'],
  ['en Outlook, bold', '*From:* Anna Ek\n*Sent:* Tuesday, 3 May 2016 10:11\n*To:* Support\n*Subject:* Keys'],
  ['en Outlook, markdown', '**From:** Anna Ek\n**Sent:** Tuesday\n**To:** Support\n**Subject:** Keys'],
  ['en bold without colon inside', '*From*: Anna Ek <anna@example.org>\n*Date*: Tuesday\n*To*: Support\n*Subject*: Keys'],
  ['en below a rule', '________________________________\nFrom: Anna Ek\nSent: Tuesday\nTo: Support\nSubject: Keys'],
  ['en indented below a rule', ' ------------------------------\n\n From: Anna Ek\n Sent: Tuesday\n To: Support\n Subject: Keys'],
  ['en double spaced', 'From: Anna Ek\n\nSent: Tuesday\n\nTo: Support\n\nSubject: Keys'],
  [
    'en with a wrapped list',
    'From: Anna Ek <anna@example.org>\nDate: Tuesday\nTo: Bo Ek <bo@example.org>,\n Cy Ek <cy@example.org>,\n Di Ek <di@example.org>\nCc: Ed Ek\nSubject: Keys',
  ],
  ['en in one line', 'From: Anna Ek <anna@example.org> Sent: Tuesday, 3 May 2016 To: Support Subject: Keys'],
  [
    'en with reply-to and importance',
    'From: Anna Ek <anna@example.org>\nReply-To: Anna Ek <anna@example.org>\nDate: Tuesday\nTo: Support\nSubject: Keys\nImportance: High',
  ],
  ['sv Outlook', 'Från: Anna Ek <anna@example.org>\nSkickat: den 3 maj 2016 10:11\nTill: Support\nÄmne: Nycklar'],
  ['sv Telia and Comhem', '----Ursprungligt meddelande----\nFrån : anna@example.org\nDatum : 2016-05-03 - 10:11 (CEST)\nTill : support@example.org\nÄmne : Nycklar'],
  ['da Outlook', 'Fra: Anna Ek <anna@example.org>\nSendt: 3. maj 2016 10:11\nTil: Support\nEmne: Nøgler'],
  ['nb Outlook', 'Fra: Anna Ek <anna@example.org>\nSendt: tirsdag 3. mai 2016 10:11\nTil: Support\nKopi: Bo\nEmne: Nøkler'],
  ['de Outlook', 'Von: Anna Ek [mailto:anna@example.org]\nGesendet: Dienstag, 3. Mai 2016 10:11\nAn: Support\nBetreff: Schlüssel'],
  ['de GMX', 'Gesendet: Dienstag, 03. Mai 2016 um 10:11 Uhr\nVon: "Anna Ek" <anna@example.org>\nAn: support@example.org\nBetreff: Schlüssel'],
  ['nl Outlook', 'Van: Anna Ek <anna@example.org>\nVerzonden: dinsdag 3 mei 2016 10:11\nAan: Support\nOnderwerp: Sleutels'],
  ['fr Outlook', 'De : Anna Ek <anna@example.org>\nEnvoyé : mardi 3 mai 2016 10:11\nÀ : Support\nObjet : Clés'],
  ['es Outlook', 'De: Anna Ek <anna@example.org>\nEnviado el: martes, 3 de mayo de 2016 10:11\nPara: Support\nAsunto: Llaves'],
  ['pt Outlook', 'De: Anna Ek <anna@example.org>\nEnviado: 3 de maio de 2016 10:11\nPara: Support\nAssunto: Chaves'],
  ['it Outlook', 'Da: Anna Ek <anna@example.org>\nInviato: martedì 3 maggio 2016 10:11\nA: Support\nOggetto: Chiavi'],
  ['pl Outlook', 'Od: Anna Ek <anna@example.org>\nWysłano: wtorek, 3 maja 2016 10:11\nDo: Support\nTemat: Klucze'],
  ['ru Outlook', 'От: Анна Эк <anna@example.org>\nОтправлено: 3 мая 2016 г. 10:11\nКому: Support\nТема: Ключи'],
  ['uk Outlook', 'Від: Анна Ек <anna@example.org>\nНадіслано: 3 травня 2016 р. 10:11\nКому: Support\nТема: Ключі'],
  ['zh Outlook', '发件人: Anna Ek <anna@example.org>\n发送时间: 2016年5月3日 10:11\n收件人: Support\n主题: 钥匙'],
  ['zh-TW Outlook', '寄件者： Anna Ek <anna@example.org>\n寄件日期： 2016年5月3日\n收件者： Support\n主旨： 鑰匙'],
  [
    'zh QQ',
    '------------------ 原始邮件 ------------------\n发件人: "anna"<anna@example.org>;\n发送时间: 2016年5月3日(星期二) 上午10:11\n收件人: "support"<support@example.org>;\n主题: 钥匙',
  ],
  ['fi Outlook', 'Lähettäjä: Anna Ek <anna@example.org>\nLähetetty: tiistai 3. toukokuuta 2016 10.11\nVastaanottaja: Support\nAihe: Avaimet'],
  ['cs Outlook', 'Od: Anna Ek <anna@example.org>\nOdesláno: úterý 3. května 2016 10:11\nKomu: Support\nPředmět: Klíče'],
  ['ja Outlook', '差出人: Anna Ek <anna@example.org>\n送信日時: 2016年5月3日 10:11\n宛先: Support\n件名: 鍵'],
  ['ko Outlook', '보낸 사람: Anna Ek <anna@example.org>\n보낸 날짜: 2016년 5월 3일\n받는 사람: Support\n제목: 열쇠'],
  ['tr Outlook', 'Kimden: Anna Ek <anna@example.org>\nGönderildi: 3 Mayıs 2016\nKime: Support\nKonu: Anahtar'],
];

describe('a header block and all below it go', () => {
  test.each(headers)('%s', (_, block) => {
    expect(splitReply(`They came today.\n\nBest regards\nBo\n\n${block}\n\nHave the keys come?\n\nAnna\n`).reply).toBe('They came today.\n\nBest regards\nBo');
  });
});

const originals: [language: string, line: string][] = [
  ['en', '-----Original Message-----'],
  ['en bold', '*-------- Original Message --------*'],
  ['sv', '-----Ursprungligt meddelande-----'],
  ['sv Samsung', '-------- Originalmeddelande --------'],
  ['da', '-----Oprindelig meddelelse-----'],
  ['nb', '-----Opprinnelig melding-----'],
  ['de', '-----Ursprüngliche Nachricht-----'],
  ['de T-Online', '-----Original-Nachricht-----'],
  ['nl', '-----Oorspronkelijk bericht-----'],
  ['fr', '-----Message d’origine-----'],
  ['fr web', '-------- Message original --------'],
  ['es', '-----Mensaje original-----'],
  ['pt', '-----Mensagem original-----'],
  ['it', '-----Messaggio originale-----'],
  ['pl', '-----Oryginalna wiadomość-----'],
  ['pl Outlook', '-----Wiadomość oryginalna-----'],
  ['ru', '-----Исходное сообщение-----'],
  ['uk', '-----Оригінальне повідомлення-----'],
  ['zh', '-----邮件原件-----'],
  ['fi', '-----Alkuperäinen viesti-----'],
  ['cs', '-----Původní zpráva-----'],
  ['ja', '-----元のメッセージ-----'],
  ['ko', '-----원본 메시지-----'],
  ['tr', '-----Özgün İleti-----'],
];

describe('"original message" and all below it go', () => {
  test.each(originals)('%s', (_, line) => {
    expect(splitReply(`They came today.\n\n${line}\nFrom: Anna\n\nHave the keys come?\n`).reply).toBe('They came today.');
    expect(splitReply(`They came today.\n\n${line}\n\nHave the keys come?\n`).reply).toBe('They came today.');
  });
});

const forwards: [client: string, line: string][] = [
  ['en Gmail', '---------- Forwarded message ---------'],
  ['en Apple Mail', 'Begin forwarded message:'],
  ['en Thunderbird', '-------- Forwarded Message --------'],
  ['sv', '---------- Vidarebefordrat meddelande ----------'],
  ['sv Apple Mail', 'Vidarebefordrat brev:'],
  ['da', '---------- Videresendt meddelelse ---------'],
  ['nb', '---------- Videresendt melding ---------'],
  ['de', '-------- Weitergeleitete Nachricht --------'],
  ['de Apple Mail', 'Anfang der weitergeleiteten Nachricht:'],
  ['nl', '---------- Doorgestuurd bericht ----------'],
  ['fr', '---------- Message transféré ----------'],
  ['fr Apple Mail', 'Début du message réexpédié :'],
  ['es', '---------- Mensaje reenviado ----------'],
  ['pt', '---------- Mensagem encaminhada ----------'],
  ['it', '---------- Messaggio inoltrato ---------'],
  ['it Apple Mail', 'Inizio messaggio inoltrato:'],
  ['pl', '-------- Treść przekazanej wiadomości --------'],
  ['pl Apple Mail', 'Początek przekazanej wiadomości:'],
  ['ru', '-------- Пересылаемое сообщение --------'],
  ['uk', '---------- Переслане повідомлення ---------'],
  ['zh', '---------- 转发的邮件 ----------'],
  ['fi', '---------- Välitetty viesti ----------'],
  ['Notes', '----- Forwarded by Anna Ek/Example on 2016-05-03 10:11 -----'],
];

describe('a forwarded message is told apart from the words above it', () => {
  test.each(forwards)('%s', (_, line) => {
    const block = `${line}\nFrom: Anna Ek <anna@example.org>\nDate: Tue, 3 May 2016\nSubject: Keys and\nlocks\nTo: support@example.org\n\n\nHave the keys come?\n`;
    const commented = splitReply(`Please see below.\n\n${block}`);
    expect(commented.reply).toBe('Please see below.');
    expect(commented.parts.map((part) => [part.kind, part.text.trim()])).toEqual([
      ['new', 'Please see below.'],
      ['forward', block.trim()],
    ]);
    expect(splitReply(block).reply).toBe('Have the keys come?');
  });
});

const innocents: [why: string, text: string][] = [
  ['a journey', 'Please book this:\n\nFrom: Stockholm\nTo: Malmö\nDate: 3 May\n\nThank you'],
  ['one label', 'My answer:\n\nFrom: the shop in Lund, not Malmö.\n\nThank you'],
  ['a question and an answer', 'Q: does it work?\nA: no\nDe: två delarna saknas'],
  ['the words without dashes', 'I never got the original message\nPlease send it again.'],
  ['a list with dashes', 'Missing:\n- a key\n- a lock\n-- and a chain\n- two screws'],
  ['a heading underlined', 'Error log\n---------\nit fails at start\nand at stop'],
  ['a table', 'Sizes:\n\n| a | b |\n|---|---|\n| 1 | 2 |'],
  ['a shell prompt', 'I typed\n$ cat <in >out\nand it failed'],
  ['a divider in a long letter', `First chapter.\n\n* * *\n\n${'It goes on and on about the keys.\n\n'.repeat(12)}The end.`],
  ['a second part below a divider', `My list:\n\n* one\n\n---\n\n${'The second part goes on.\n'.repeat(9)}The end.`],
  ["the author's words in the attribution's line", 'Thanks a lot. On 3 May 2016 at 10:11, Anna Ek <anna@example.org> wrote:\nthe rest.'],
  ['a closing line', 'Thank you!\n\nMed vänlig hälsning\n\nBo Ek\n070-123 45 67'],
  ['sent from a place', 'It was sent from our warehouse in Lund on Monday, so it should be here.'],
  ['sent from a place, last', 'Where is it?\nSent from the warehouse on 3 May, tracking 123456789, signed by Bo.'],
  ['subject alone', 'The form has three fields.\nSubject: what goes here?\nTo: and here?'],
];

describe('what only looks like history stays', () => {
  test.each(innocents)('%s', (_, text) => {
    expect(splitReply(text).reply).toBe(text);
  });
});
