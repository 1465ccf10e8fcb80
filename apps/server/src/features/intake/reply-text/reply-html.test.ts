import { cpuMilliseconds } from '../../../../../../tests/support/cpu-time.ts';
import { describe, expect, test } from 'vitest';
import { splitReplyHtml } from './reply-html.ts';

const histories: [client: string, html: string][] = [
  [
    'Gmail',
    '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, May 3, 2016 at 10:11 AM Anna &lt;a@example.org&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">Have the keys come?</blockquote></div>',
  ],
  [
    'older Gmail',
    '<div class="gmail_extra"><div class="gmail_quote">2016-05-03 10:11 GMT+02:00 Anna <span dir="ltr">&lt;a@example.org&gt;</span>:<br><blockquote class="gmail_quote">Have the keys come?</blockquote></div></div>',
  ],
  ['Apple Mail', '<blockquote type="cite"><div>On 3 May 2016, at 10:11, Anna wrote:</div><div>Have the keys come?</div></blockquote>'],
  [
    'Thunderbird',
    '<div class="moz-cite-prefix">On 03/05/16 10:11, Anna wrote:<br></div><blockquote type="cite" cite="mid:1@example.org"><p>Have the keys come?</p></blockquote>',
  ],
  ['Yahoo', '<div id="ydp1yahoo_quoted_1" class="yahoo_quoted"><div>On Tuesday Anna wrote:</div><div>Have the keys come?</div></div>'],
  [
    'Proton',
    '<div class="protonmail_quote">On Tuesday, May 3rd, 2016 Anna wrote:<blockquote class="protonmail_quote" type="cite">Have the keys come?</blockquote></div>',
  ],
  [
    'Outlook web',
    '<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Anna<br><b>Sent:</b> Tuesday</div><div>Have the keys come?</div>',
  ],
  ['Outlook, forwarded again', '<div id="x_divRplyFwdMsg"><b>From:</b> Anna</div><div>Have the keys come?</div>'],
  [
    'Outlook for Windows',
    '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Från:</b> Anna<br><b>Skickat:</b> den 3 maj</p></div></div><p>Have the keys come?</p>',
  ],
  ['Outlook for Mac', '<span id="OLK_SRC_BODY_SECTION"><div><b>From:</b> Anna</div><div>Have the keys come?</div></span>'],
  ['Hotmail', '<hr id="stopSpelling">Date: Tue, 3 May 2016<br>From: a@example.org<br><br>Have the keys come?'],
  ['Zimbra', '<hr id="zwchr"><div><b>From: </b>Anna</div><div>Have the keys come?</div>'],
  ['Zoho', '<div class="zmail_extra"><div>---- On Tue, 03 May 2016 Anna wrote ----</div><blockquote>Have the keys come?</blockquote></div>'],
  ['GMX', '<div name="quote" style="border-left:2px solid #C3D9E5"><div><b>Von:</b> Anna</div><div>Have the keys come?</div></div>'],
  ['a webmail without marks', '<div>Den 2016-05-03 10:11, skrev Anna:</div><blockquote style="padding-left:5px">Have the keys come?</blockquote>'],
  ['a plain marker', '<p>-----Ursprungligt meddelande-----</p><p>Från: Anna</p><p>Have the keys come?</p>'],
  ['a line and a header', '<hr><p>From: Anna</p><p>Sent: Tuesday</p><p>Have the keys come?</p>'],
];

describe('the history is folded', () => {
  test.each(histories)('%s', (_, history) => {
    const split = splitReplyHtml(`<html><head><style>p{color:red}</style></head><body><div dir="ltr"><p>They came today.</p><br>${history}</div></body></html>`);
    expect(split.newHtml).toContain('They came today.');
    expect(split.newHtml).not.toContain('Have the keys come?');
    expect(split.newHtml).not.toMatch(/Anna/);
    expect(split.quotedHtml).toContain(history);
  });

  test('elements open at the cut are closed and opened again', () => {
    const split = splitReplyHtml('<div class="a"><table><tr><td>They came.<blockquote type="cite">Have they?</blockquote></td></tr></table></div>');
    expect(split.newHtml).toBe('<div class="a"><table><tr><td>They came.</td></tr></table></div>');
    expect(split.quotedHtml).toBe('<div class="a"><table><tr><td><blockquote type="cite">Have they?</blockquote></td></tr></table></div>');
  });

  test('a signature below the quotation does not hinder', () => {
    expect(splitReplyHtml('<p>They came.</p><blockquote type="cite">Have they?</blockquote><div class="moz-signature">-- <br>Bo</div>').quotedHtml).toContain(
      'Have they?',
    );
  });
});

const wholes: [why: string, html: string][] = [
  ['no history', '<p>They came today.</p>'],
  ['answers between quotations', '<p>Hi</p><blockquote type="cite">Which colour?</blockquote><p>Blue.</p><blockquote type="cite">Which size?</blockquote><p>Large.</p>'],
  [
    "answers inside Gmail's quotation",
    '<p>Hi</p><div class="gmail_quote"><div class="gmail_attr">On 3 May 2016 at 10:11 Anna wrote:</div><blockquote class="gmail_quote">Which colour?</blockquote><div>Blue.</div><blockquote class="gmail_quote">Which size?</blockquote></div>',
  ],
  ['the answer below', '<div class="moz-cite-prefix">On 03/05/16 10:11, Anna wrote:<br></div><blockquote type="cite">Which colour?</blockquote><p>Blue.</p>'],
  ["an author's own quotation", '<p>As the poet says</p><blockquote>All is blue</blockquote><p>So it is.</p>'],
  ['the class name in a text', '<p>My page uses gmail_quote and &lt;div id="divRplyFwdMsg"&gt;</p>'],
  ['the class name in a comment', '<p>They came.</p><!-- <div class="gmail_quote">x</div> -->'],
  ['a border above a price', '<p>They came.</p><div style="border-top:solid 1px red"><p>Total: 12</p></div>'],
  ['a form control', '<p>They came.</p><select><option><div class="gmail_quote">x</div></option></select>'],
  ['nothing', ''],
];

describe('the whole is new where a cut would hide or tear something', () => {
  test.each(wholes)('%s', (_, html) => {
    expect(splitReplyHtml(html)).toEqual({ newHtml: html, quotedHtml: null });
  });
});

const hostile = [
  '<',
  '<a',
  '<a "',
  '<div>',
  '</p>',
  '<div></p>',
  '<p>x',
  '<hr>',
  '<hr><p>From',
  '<!--',
  '<blockquote>',
  '<blockquote type="cite">',
  '<div class="gmail_quote',
  '<style>',
  '&amp;',
  '<div style="border-top:solid 1px">',
  '<a =">',
  '<p>On 3 May 2016 A &lt;a@b.c&gt; wrote:</p>',
  '<div class="gmail_quote">x</div>y',
  '<div><p>x</p></div>',
  `<b ${'x '.repeat(900)}>`,
  '<title',
];

describe('nothing hangs', () => {
  test.each(hostile)('a million characters of %j are read in a moment', async (piece) => {
    const html = `<p>Hello</p>${piece.repeat(Math.ceil(1_000_000 / piece.length))}`;
    let newHtml = '';
    expect(await cpuMilliseconds(() => ({ newHtml } = splitReplyHtml(html)))).toBeLessThan(5000);
    expect(newHtml).toContain('Hello');
  });
});
