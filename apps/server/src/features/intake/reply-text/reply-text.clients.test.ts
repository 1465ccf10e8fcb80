import { describe, expect, test } from 'vitest';
import { splitReply } from './reply-text.ts';

/** What mail programs really send, where it differs from the forms that the other tests take apart. */
const replies: [client: string, mail: string, reply: string][] = [
  [
    'a program line above a rule and a header',
    'Adjunto el recibo.\n\nEnviado desde Outlook para iOS\n________________________________\nDe: Ayuda <ayuda@example.org>\nEnviado: martes, noviembre 24, 2026 9:15 a. m.\nPara: José\nAsunto: Reembolso\n\n¿Nos envía el recibo?',
    'Adjunto el recibo.',
  ],
  [
    'QQ, which leaves &nbsp; in plain text',
    '收到了。\n\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "客服" <help@example.org>;\n发送时间: 2026年11月24日(星期二) 上午9:15\n收件人: "李娜"<lina@example.cn>;\n主题: Re: 订单',
    '收到了。',
  ],
  [
    "Yahoo's app, the quotation in the attribution's line",
    'It arrived.\n\nYahoo Mail: Search, Organize, Conquer\n\nOn Tue, Nov 24, 2026 at 9:15 AM, Support<help@example.org> wrote:   Has it arrived?',
    'It arrived.',
  ],
  ['Zoho, between dashes', 'Works.\n\n\n---- On Tue, 24 Nov 2026 09:15:02 +0100 Support <help@example.org> wrote ----\n\nDoes it work?', 'Works.'],
  [
    'Zimbra in French',
    'Oui.\n\n----- Mail original -----\nDe: "Assistance" <aide@example.org>\nÀ: "Élodie" <e@example.org>\nEnvoyé: Mardi 24 Novembre 2026 09:15:02\nObjet: Re: x\n\nOk?',
    'Oui.',
  ],
  [
    'Orange, header inside the quote marks',
    "Je n'ai rien reçu.\n\n\n> Message du 24/11/26 09:15\n> De : \"Assistance\" <aide@example.org>\n> A : \"e@example.org\" <e@example.org>\n> Copie à :\n> Objet : Re: Commande\n>\n> Avez-vous reçu le colis ?",
    "Je n'ai rien reçu.",
  ],
  [
    'Mail.ru',
    'Да, подходит.\n--\nОтправлено из Mail для Android\nвторник, 24 ноября 2026г., 09:15 +03:00 от Поддержка help@example.org:\n\n>Подходит ли время?',
    'Да, подходит.',
  ],
  ['NetEase, a table as header', '好的\n\n---- 回复的原邮件 ----\n| 发件人 | 客服<a@example.org> |\n| 日期 | 2026年11月24日 09:15 |\n| 收件人 | e@example.cn |\n| 主题 | x |\nok', '好的'],
  [
    'answers inside, with the attribution between blank lines',
    'Answers inline.\n\nOn Tue, Nov 24, 2026 at 9:15 AM Kim <help@example.org> wrote:\n\n> Which version?\n\n4.2\n\n> Which system?\n\nLinux\n\n> Kim',
    'Answers inline.\n\n> Which version?\n\n4.2\n\n> Which system?\n\nLinux',
  ],
  [
    'eM Client, header without colons',
    'Fint.\n\n------ Oprindelig meddelelse ------\nFra "Support" <help@example.org>\nTil tom@example.org\nDato 24-11-2026 09:15:02\nEmne Re: Printer\n\nKlar?',
    'Fint.',
  ],
];

test.each(replies)('%s', (_, mail, reply) => {
  expect(splitReply(mail).reply).toBe(reply);
});

const wholes: [what: string, mail: string][] = [
  ['what a web form sends', 'You have a new enquiry.\n\nFrom: Bo Ek <bo@example.org>\nSubject: Broken key\nPhone: 070 123\n\nIt broke yesterday.'],
  ['a question below a rule', 'Prices:\n\n| item | price |\n| a | 1 |\n\n---\n\nWhich one is right?\n\nBo'],
  ['a journey', 'Hej, jag vill boka:\n\nFrån: Malmö\nTill: Lund\nDatum: 24 november\nAntal: 3\n\nTack\nBo'],
  ['commands with a prompt', 'I ran this:\n\n> npm install\n> npm start\n\nand got an error. What now?'],
  ['a chat', 'Our chat:\n\n10:01 Anna: hi\n10:02 Bo: hello\n10:03 Anna: the key is broken\n\nPlease help.'],
  ['an address in a sentence about a mail', 'On 3 May 2016 Anna <anna@example.org> wrote: the keys are ready. They are not.'],
  ['a heading over dashes', 'Error log from the printer\n--------------------------\nFrom: tray 1\nTo: tray 2\nBye'],
];

describe('nothing of these is history', () => {
  test.each(wholes)('%s', (_, mail) => {
    expect(splitReply(mail).reply).toBe(mail);
  });
});
