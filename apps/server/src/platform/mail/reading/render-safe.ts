import sanitizeHtml from 'sanitize-html';
import type { Attributes, IOptions, Tag } from 'sanitize-html';

/**
 * Mail HTML made harmless for a sandboxed frame. Whatever is not on these lists goes; nothing that could
 * change the parsing mode (svg, math, style, noscript, template …) is ever written, so that a browser
 * reads the result as it was checked. Listed values, not forbidden ones.
 */
const color = /^(#[0-9a-f]{3,8}|[a-z]{3,24}|rgba?\([0-9., %]{1,40}\))$/i;
const length = /^-?0$|^\d{1,4}(\.\d{1,4})?(px|pt|em|rem|ex|%|cm|mm|in)?$/i;
const lengths = /^(auto|\d{1,4}(\.\d{1,4})?(px|pt|em|rem|ex|%|cm|mm|in)?)( (auto|\d{1,4}(\.\d{1,4})?(px|pt|em|rem|ex|%|cm|mm|in)?)){0,3}$/i;
const border = /^[a-z0-9#.,%() ]{1,80}$/i;
const word = /^[a-z-]{1,30}$/i;
const fontFamily = /^[\p{L}0-9 ,'"_-]{1,200}$/u;

const styles: Record<string, RegExp[]> = {
  color: [color],
  'background-color': [color],
  background: [color],
  'font-size': [length, word],
  'font-weight': [/^(\d{3}|[a-z]{4,8})$/i],
  'font-style': [word],
  'font-family': [fontFamily],
  'font-variant': [word],
  'line-height': [length, word],
  'letter-spacing': [length, word],
  'text-align': [word],
  'text-decoration': [word],
  'text-decoration-line': [word],
  'text-transform': [word],
  'text-indent': [length],
  'vertical-align': [word, length],
  'white-space': [word],
  'word-break': [word],
  'overflow-wrap': [word],
  direction: [/^(ltr|rtl)$/i],
  width: [length, /^auto$/i],
  'max-width': [length, /^none$/i],
  'min-width': [length],
  height: [length, /^auto$/i],
  'max-height': [length, /^none$/i],
  padding: [lengths],
  'padding-top': [length],
  'padding-right': [length],
  'padding-bottom': [length],
  'padding-left': [length],
  margin: [lengths],
  'margin-top': [lengths],
  'margin-right': [lengths],
  'margin-bottom': [lengths],
  'margin-left': [lengths],
  border: [border],
  'border-top': [border],
  'border-right': [border],
  'border-bottom': [border],
  'border-left': [border],
  'border-color': [border],
  'border-style': [border],
  'border-width': [border],
  'border-radius': [lengths],
  'border-collapse': [word],
  'border-spacing': [lengths],
  display: [/^(block|inline|inline-block|none|table|table-row|table-cell|list-item)$/i],
  'list-style-type': [word],
  'mso-hide': [/^all$/i],
};

const text = [
  'p',
  'div',
  'span',
  'br',
  'hr',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'strike',
  'del',
  'ins',
  'sub',
  'sup',
  'small',
  'big',
  'mark',
  'code',
  'pre',
  'kbd',
  'samp',
  'tt',
  'blockquote',
  'q',
  'cite',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'a',
  'img',
  'abbr',
  'address',
  'center',
  'font',
  'bdo',
];
const tables = ['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'];
/** Content of these is code or belongs to another document: it goes with its tag. */
const swallowed = [
  'script',
  'style',
  'title',
  'textarea',
  'option',
  'select',
  'noscript',
  'noembed',
  'noframes',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'template',
  'xmp',
  'plaintext',
  'listing',
  'audio',
  'video',
  'canvas',
  'frameset',
];
/** Marks by which mail programs show quotes and signatures; everything else that a class could do is gone. */
const knownClasses = [
  'gmail_quote',
  'gmail_attr',
  'gmail_signature',
  'gmail_extra',
  'moz-cite-prefix',
  'moz-signature',
  'yahoo_quoted',
  'protonmail_quote',
  'OutlookMessageHeader',
];
const dataImage = /^data:image\/(png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]+$/i;
const size = /^\d{1,4}%?$/;

const maxInput = 2_000_000;

function safeHref(value: string | undefined): string | null {
  if (!value) return null;
  // Browsers drop these inside a scheme, so they may not hide one here.
  const href = value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]+/g, (gap) => (gap === ' ' ? ' ' : '')).trim();
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) && href.length <= 8000 ? href : null;
}

function link(tagName: string, attribs: Attributes): Tag {
  const href = safeHref(attribs['href']);
  const kept: Attributes = {};
  if (attribs['style']) kept['style'] = attribs['style'];
  if (!href) return { tagName: 'span', attribs: kept };
  return { tagName, attribs: { ...kept, ...(attribs['title'] ? { title: attribs['title'] } : {}), href, target: '_blank', rel: 'noopener noreferrer nofollow' } };
}

function image(tagName: string, attribs: Attributes): Tag {
  const source = (attribs['src'] ?? '').trim();
  const kept: Attributes = {};
  for (const name of ['alt', 'title', 'style', 'align', 'border', 'data-cid', 'data-remote-src'] as const)
    if (attribs[name] && !name.startsWith('data-')) kept[name] = attribs[name];
  for (const name of ['width', 'height'] as const) if (size.test(attribs[name] ?? '')) kept[name] = attribs[name]!;
  if (/^cid:/i.test(source)) kept['data-cid'] = decodeCid(source.slice(4));
  else if (/^https?:\/\//i.test(source)) kept['data-remote-src'] = source.slice(0, 8000);
  else if (source.startsWith('//')) kept['data-remote-src'] = `https:${source.slice(0, 8000)}`;
  else if (source.length < 700_000 && dataImage.test(source)) kept['src'] = source;
  return { tagName, attribs: kept };
}

function decodeCid(value: string): string {
  try {
    return decodeURIComponent(value).slice(0, 400);
  } catch {
    return value.slice(0, 400);
  }
}

const sizes = ['width', 'height', 'align', 'valign', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'colspan', 'rowspan', 'nowrap'];

const base: IOptions = {
  allowedTags: [...text, ...tables],
  allowedAttributes: {
    '*': ['style', 'dir', 'lang', 'align'],
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'title', 'width', 'height', 'align', 'border', 'data-cid', 'data-remote-src'],
    font: ['color', 'size', 'face'],
    ol: ['start', 'type'],
    ul: ['type'],
    li: ['value'],
    blockquote: ['type'],
    ...Object.fromEntries(tables.map((tag) => [tag, sizes])),
  },
  allowedClasses: { '*': knownClasses },
  allowedStyles: { '*': styles },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nonTextTags: swallowed,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  nestingLimit: 100,
  parseStyleAttributes: true,
  transformTags: { a: link, img: image },
};

const maxOpen = 300;
const maxTags = 60_000;
const voidOrImplied = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'col',
  'area',
  'base',
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dt',
  'dd',
  'option',
  'tbody',
  'thead',
  'tfoot',
]);

/**
 * Tags that would nest deeper than any letter are left out, since the parser's time grows with the square of the
 * depth (190,000 open `<div>` took it 16 s). It only shortens what is sanitised afterwards: a miscount costs layout, not safety.
 */
function withoutDeepNesting(html: string): string {
  const open = new Map<string, number>();
  const tag = /<(\/?)([a-z][a-z0-9:-]{0,40})/gi;
  let out = '';
  let from = 0;
  let depth = 0;
  let tags = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (++tags > maxTags) return out + html.slice(from, match.index);
    const name = match[2]!.toLowerCase();
    if (voidOrImplied.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (match[1]) {
      if (count > 0) {
        open.set(name, count - 1);
        depth--;
      }
    } else if (depth < maxOpen) {
      open.set(name, count + 1);
      depth++;
    } else {
      const end = html.indexOf('>', match.index);
      out += html.slice(from, match.index);
      from = end < 0 ? html.length : end + 1;
      tag.lastIndex = from;
    }
  }
  return out + html.slice(from);
}

function run(html: string, options: IOptions): string {
  try {
    return sanitizeHtml(withoutDeepNesting(html.slice(0, maxInput).replaceAll('\u0000', '')), options);
  } catch {
    return ''; // HTML that breaks the parser is shown as text only
  }
}

/** Incoming mail: no script, no form, no remote load before somebody asks for it. */
export function sanitizeMailHtml(html: string): string {
  return run(html, base);
}

const composerTags = [
  'p',
  'div',
  'span',
  'br',
  'hr',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'del',
  'sub',
  'sup',
  'mark',
  'code',
  'pre',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'a',
  'img',
  ...tables,
];
const composerStyles = Object.fromEntries(
  ['color', 'background-color', 'font-weight', 'font-style', 'text-align', 'text-decoration', 'width', 'height', 'max-width'].map((name) => [name, styles[name]!]),
);

/** The Content-ID of an uploaded picture that stands in a text. */
export function inlineFileCid(fileId: number | string): string {
  return `file-${fileId}@inline.ombud`;
}

/**
 * What agents write and customers receive: the editor's own vocabulary; images are ours (`cid:`, or `data-file` with the
 * id of an upload, which becomes one) or https. Only a note keeps `data-mention`, the id of a colleague.
 */
export function sanitizeComposerHtml(html: string, { mentions = false } = {}): string {
  return run(html, {
    ...base,
    allowedTags: composerTags,
    allowedAttributes: { ...base.allowedAttributes, ...(mentions ? { span: ['data-mention'] } : {}) } as IOptions['allowedAttributes'], // the general form of the type has `false` as well
    allowedClasses: {},
    allowedStyles: { '*': composerStyles },
    allowedSchemesByTag: { img: ['cid', 'https', 'data'] },
    transformTags: {
      a: link,
      span: (tagName, attribs) => {
        const { 'data-mention': mention = '', ...kept } = attribs;
        return { tagName, attribs: /^[1-9]\d{0,15}$/.test(mention) ? { ...kept, 'data-mention': mention } : kept };
      },
      img: (tagName, attribs) => {
        const file = attribs['data-file'] ?? '';
        const source = /^[1-9]\d{0,15}$/.test(file) ? `cid:${inlineFileCid(file)}` : (attribs['src'] ?? '').trim();
        const fine = /^cid:[^\s"'<>]{1,400}$/i.test(source) || /^https:\/\//i.test(source) || (source.length < 700_000 && dataImage.test(source));
        const kept: Attributes = { alt: attribs['alt'] ?? '' };
        for (const name of ['width', 'height'] as const) if (size.test(attribs[name] ?? '')) kept[name] = attribs[name]!;
        return { tagName, attribs: fine ? { ...kept, src: source } : kept };
      },
    },
  });
}

/** The skeleton that `htmlToText` reads: few tags, attributes quoted, all other `<` and `>` escaped. */
export function htmlSkeleton(html: string): string {
  return run(html, {
    ...base,
    allowedTags: [...text, ...tables],
    allowedAttributes: { a: ['href'], img: ['alt'], ol: ['start'], '*': ['style'] },
    allowedClasses: {},
    allowedStyles: { '*': { display: [/^none$/i], 'mso-hide': [/^all$/i] } },
    transformTags: { a: (tagName, attribs) => ({ tagName, attribs: safeHref(attribs['href']) ? { href: safeHref(attribs['href'])! } : ({} as Attributes) }) },
  });
}
