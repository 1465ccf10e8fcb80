import { cpuMilliseconds } from '../../../../../../tests/support/cpu-time.ts';
import { describe, expect, test } from 'vitest';
import { splitReply } from './reply-text.ts';

const wrote = 'On Tue, May 3, 2016 at 10:11 AM Anna Ek <anna@example.org> wrote:';

describe('quotation and answer', () => {
  test('blank lines around go, blank lines inside and the first indentation stay', () => {
    expect(splitReply('\n\n  \n    let x = 1\n\n\nis the line\n\n \n').reply).toBe('    let x = 1\n\n\nis the line');
  });

  test('answers between quotations stay with what they answer', () => {
    const body = '> Which colour?\n\nBlue.\n\n> Which size?\n\nLarge.';
    expect(splitReply(`${wrote}\n\n${body}`).reply).toBe(body);
    expect(splitReply(`Hi Anna, see below.\n\n${wrote}\n${body}\n\n-- \nBo`).reply).toBe(`Hi Anna, see below.\n\n${body}`);
    expect(splitReply(`Hi Anna, see below.\n\n${body}`).reply).toBe(`Hi Anna, see below.\n\n${body}`);
  });

  test('a quotation after the last answer goes', () => {
    expect(splitReply(`${wrote}\n> Which colour?\n\nBlue.\n\n> Which size?\n\nLarge.\n\n> Bye\n> Anna`).reply).toBe(
      '> Which colour?\n\nBlue.\n\n> Which size?\n\nLarge.',
    );
  });

  test('an unattributed quotation above the answer stays', () => {
    expect(splitReply('> Which colour?\n\nBlue.\n\n--\nBo').reply).toBe('> Which colour?\n\nBlue.');
  });

  test('a mail of only a quotation shows it', () => {
    expect(splitReply('> Which colour?\n> Anna').reply).toBe('> Which colour?\n> Anna');
    expect(splitReply(`${wrote}\n> Which colour?`).reply).toBe('> Which colour?');
    expect(splitReply(`> ${wrote}\n> Which colour?`).reply).toBe(`> ${wrote}\n> Which colour?`);
  });

  test('a history without quote marks below the attribution at the top stays readable', () => {
    expect(splitReply(`${wrote}\n\nBlue.\n\nAnd large.`).reply).toBe('Blue.\n\nAnd large.');
  });

  test('a few lines below a whole quotation are the signature, a letter is not', () => {
    expect(splitReply(`Blue.\n\n${wrote}\n> Which colour?\n\nBo Ek\nExample AB`).parts.at(-1)).toEqual({ kind: 'signature', text: 'Bo Ek\nExample AB' });
    const letter = Array.from({ length: 9 }, (_, i) => `Line ${i} of my answer.`).join('\n');
    expect(splitReply(`Hi.\n\n${wrote}\n> Which colour?\n\n${letter}`).reply).toContain(letter);
  });

  test('below a greeting and a quotation stands the answer', () => {
    expect(splitReply(`Hej Anna!\n\n${wrote}\n> Which colour?\n\nBlue.`).reply).toBe('Hej Anna!\n\nBlue.');
  });

  test('answers to two people stay, both with what they answer', () => {
    const mail = 'Anna Ek wrote:\n> Which colour?\n\nBlue.\n\nBo Ek wrote:\n> Which size?\n\nLarge.';
    expect(splitReply(mail).reply).toContain('Blue.');
    expect(splitReply(mail).reply).toContain('Large.');
  });

  test('the ends of long quoted lines that a program wrapped are no answers', () => {
    const wrapped = '> This line of the quotation was too long for the program that\nwrapped it here\n> and it goes on.';
    expect(splitReply(`Blue.\n\n${wrote}\n${wrapped}`).reply).toBe('Blue.');
  });

  test('an attribution inside the quote marks counts', () => {
    expect(splitReply(`Blue.\n\n> ${wrote}\n>\n> Which colour?\n\nBo`).reply).toBe('Blue.');
  });

  test('a name and "wrote:" need a quotation right below', () => {
    expect(splitReply('Anna Ek wrote:\n> Which colour?\n\nBlue.').reply).toBe('Blue.');
    expect(splitReply('Blue.\n\nAnna Ek skrev:\n> Vilken färg?').reply).toBe('Blue.');
  });

  test('a quotation below several earlier ones is cut at the first', () => {
    expect(splitReply(`Blue.\n\n${wrote}\nRed?\n\nOn Mon, May 2, 2016 at 9:00 AM Bo <bo@example.org> wrote:\nWhich?`).reply).toBe('Blue.');
  });

  test('quote bars of webmails', () => {
    expect(splitReply('Blue.\n\n2016/5/3 Anna Ek <anna@example.org>\n\n| Which\n|\n| colour?').reply).toBe('Blue.');
  });

  test('Windows line ends', () => {
    expect(splitReply(`Blue.\r\nLarge.\r\n\r\n${wrote}\r\n> Which?\r\n`).reply).toBe('Blue.\nLarge.');
  });

  test('what stands below "reply above this line" goes, also when the line is first', () => {
    expect(splitReply('Blue.\n\n## Svara ovanför den här raden ##\n\nTicket 12').reply).toBe('Blue.');
    expect(splitReply('##- Please type your reply above this line -##\n\nBlue.').reply).toBe('Blue.');
  });
});

const mobileLines = [
  'Sent from my iPhone',
  'Sent from my Samsung Galaxy smartphone.',
  'Sent from Yahoo Mail on Android',
  'Sent from Outlook for iOS',
  'Sent with Proton Mail secure email.',
  'Sent with [Proton Mail](https://proton.me/) secure email.',
  'Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows 10',
  'Get Outlook for Android<https://aka.ms/x>',
  'Sent from mobile',
  '(Sent from my phone)',
  '<sent from a tablet>',
  'Sent via BlackBerry from T-Mobile',
  'Skickat från min iPhone',
  'Skickat från Outlook för Android',
  'Hämta Outlook för iOS',
  'Skickades från min iPad',
  'Sendt fra min iPhone',
  'Sendt fra Mail til Windows',
  'Sendt fra min Samsung Galaxy-smarttelefon',
  'Hent Outlook til Android',
  'Von meinem iPhone gesendet',
  'Gesendet mit der GMX Mail App',
  'Gesendet von Outlook für iOS',
  'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
  'Verstuurd vanaf mijn iPhone',
  'Verzonden vanuit Outlook voor Android',
  'Envoyé de mon iPhone',
  'Envoyé depuis mon mobile Orange',
  'Envoyé à partir de Outlook pour Android',
  'Télécharger Outlook pour iOS',
  'Enviado desde mi iPhone',
  'Enviado desde Outlook para Android',
  'Obtener Outlook para iOS',
  'Enviado do meu iPhone',
  'Enviado a partir do meu smartphone Samsung Galaxy.',
  'Obter o Outlook para Android',
  'Inviato da iPhone',
  'Inviato dal mio telefono Android',
  'Scarica Outlook per iOS',
  'Wysłane z iPhone’a',
  'Wysłano z telefonu Samsung',
  'Wysłane z aplikacji mobilnej poczty Onet',
  'Pobierz aplikację Outlook dla systemu iOS',
  'Отправлено с iPhone',
  'Отправлено из мобильной Почты Mail.ru',
  'Надіслано з iPhone',
  'Відправлено з мого телефону',
  '发自我的iPhone',
  '從我的 iPhone 傳送',
  'Lähetetty iPhonesta',
  'Odesláno z iPhonu',
  'iPhoneから送信',
  '나의 iPhone에서 보냄',
  'iPhone’umdan gönderildi',
  'Trimis de pe iPhone-ul meu',
];

describe('signature', () => {
  test.each(mobileLines)('%s', (line) => {
    expect(splitReply(`They came today.\n\n${line}\n`).reply).toBe('They came today.');
    expect(splitReply(`They came today.\n\n${line}\n\n${wrote}\n\n> Have they come?`).reply).toBe('They came today.');
  });

  test.each(['-- ', '--', '—', '- -- ', '__', '---'])('all below "%s" is the signature', (line) => {
    const mail = splitReply(`They came today.\n\n${line}\nBo Ek\nExample AB\nhttp://example.org\n`);
    expect(mail.reply).toBe('They came today.');
    expect(mail.parts.at(-1)?.kind).toBe('signature');
  });

  test('a virus notice or a list notice below a rule is no answer', () => {
    expect(splitReply('They came.\n\n---\nThis email has been checked for viruses by Avast antivirus software.\nhttps://www.avast.com/antivirus').reply).toBe(
      'They came.',
    );
    expect(splitReply('They came.\n_______________________________________________\nKeys mailing list\nkeys@example.org\nhttp://example.org/keys').reply).toBe(
      'They came.',
    );
  });

  test('a notice below "Sent from my phone" goes with it', () => {
    expect(splitReply('They came.\n\nSent from my iPhone\n\nThis message is confidential and meant for the addressee only.').reply).toBe('They came.');
  });

  test('a mail of nothing but a program line says nothing', () => {
    expect(splitReply('Sent from my iPhone\n').reply).toBe('');
  });

  test('the armour of a signed mail goes', () => {
    const signed = '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThey came.\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----\n';
    expect(splitReply(signed).reply).toBe('They came.');
  });
});

describe('nothing is lost and nothing hangs', () => {
  const samples = [
    '',
    '\n',
    '>',
    'a',
    '\r\n\r\n',
    `a\r\n\r\n${wrote}\r\n> b\r\n--\r\nc`,
    '-- \n',
    'From: a@b\n',
    `${wrote}\n`,
    '---------- Forwarded message ----------\n',
  ];
  test.each(samples)('the parts of %j joined are the whole', (text) => {
    expect(
      splitReply(text)
        .parts.map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  const hostile: [what: string, piece: string][] = [
    ['letters', 'a'],
    ['quote marks', '>'],
    ['quoted lines', '> a\n'],
    ['colons', 'wrote:\n'],
    ['attributions', 'On 3 May 2016 at 10:11 A <a@b.c> wrote:\n\n'],
    ['half attributions', 'On 3 May 2016 at 10:11 A <\n'],
    ['headers', 'From: a@b.c\n'],
    ['header pairs', 'From: a\nTo: b\n'],
    ['rules', '---\n'],
    ['long rules', '-*_= '],
    ['brackets', '<'],
    ['at signs', 'a@'],
    ['blank lines', '\n'],
    ['spaces', ' '],
    ['spaces and an end', `${' '.repeat(900)}:\n`],
    ['stars', `${'*'.repeat(900)}x\n`],
    ['delimiters', '--\n'],
    ['program lines', 'Sent from my iPhone\n'],
    ['answers', '> a\n\nb\n\n'],
    ['carriage returns', '\r'],
    ['labels', 'Subject: Sent: To: Date: '],
    ['signed mails', '-----BEGIN PGP SIGNATURE-----\n'],
    ['digits', '2016-05-03 10:11 '],
    ['markers', '---- Original Message ----\n'],
    ['bars', '| a\n'],
  ];
  test.each(hostile)('a million characters of %s are read in a moment', async (_, piece) => {
    const text = `Hello.\n${piece.repeat(Math.ceil(1_000_000 / piece.length))}`;
    let parts: { text: string }[] = [];
    expect(await cpuMilliseconds(() => ({ parts } = splitReply(text)))).toBeLessThan(5000);
    expect(parts.reduce((sum, part) => sum + part.text.length, 0)).toBe(text.length);
  });
});
