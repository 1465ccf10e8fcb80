import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { MailDocument } from './mail-document.ts';

/** Heights by message, so that a thread that was open once does not move when it opens again. */
const knownHeights = new Map<string, number>();
const tallest = 20_000;

/**
 * HTML mail, in a frame that can neither run script nor submit, open or navigate anything but a new tab.
 *
 * `allow-same-origin` stands here on purpose: without it nobody can measure the frame, and a mail would scroll inside a
 * little window. It is harmless exactly because `allow-scripts` is absent: same origin is a right of scripts, and none
 * can run: the sandbox forbids them, so does the policy in the document, so does the page's own, which the frame
 * inherits. Never add `allow-scripts` beside it: the two together are no sandbox at all.
 */
export function MailFrame({ id, document: mail, showQuote }: { id: string; document: MailDocument; showQuote: boolean }) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(() => knownHeights.get(id) ?? 80);
  const [loads, setLoads] = useState(0);

  useLayoutEffect(() => {
    const inside = frame.current?.contentDocument;
    if (!inside?.body || loads === 0) return;
    adoptStyles(inside, mail.ownColours);
    inside.documentElement.classList.toggle('with-quote', showQuote);
    const measure = () => {
      const natural = Math.ceil(inside.body.getBoundingClientRect().height) + horizontalBar(inside);
      const next = Math.min(tallest, natural);
      // What is taller than any frame of ours scrolls within it.
      inside.documentElement.classList.toggle('too-tall', natural > tallest);
      if (next === 0) return;
      knownHeights.set(id, next);
      setHeight(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(inside.body);
    return () => observer.disconnect();
  }, [loads, showQuote, mail, id]);

  // Keys pressed after a click into the mail belong to the workspace as before.
  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (!inside || loads === 0) return;
    const pass = (event: KeyboardEvent) => {
      const copy = new KeyboardEvent(event.type, { key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey, altKey: event.altKey, bubbles: true, cancelable: true });
      if (!frame.current?.dispatchEvent(copy)) event.preventDefault();
    };
    inside.addEventListener('keydown', pass);
    return () => inside.removeEventListener('keydown', pass);
  }, [loads]);

  return (
    <iframe
      ref={frame}
      title={t('tickets.mailFrame')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={mail.html}
      onLoad={() => setLoads((count) => count + 1)}
      style={{ height }}
      className={mail.ownColours ? 'block w-full rounded-md border-0 bg-[#fff]' : 'block w-full border-0 bg-transparent'}
    />
  );
}

function horizontalBar(inside: Document): number {
  const { documentElement: root } = inside;
  return root.scrollWidth > root.clientWidth ? 14 : 0;
}

/** A constructed sheet needs no style element, which the page's policy would refuse. */
function adoptStyles(inside: Document, paper: boolean): void {
  const view = inside.defaultView;
  if (!view) return;
  const page = getComputedStyle(document.documentElement);
  const token = (name: string) => page.getPropertyValue(name).trim();
  const body = getComputedStyle(document.body);
  const dark = paper ? false : isDark(body.color);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`
    ${fontFaces()}
    :root { color-scheme: ${dark ? 'dark' : 'light'}; overflow-x: auto; overflow-y: hidden; }
    :root.too-tall { overflow-y: auto; }
    html, body { margin: 0; padding: 0; height: auto !important; min-height: 0 !important; background: transparent; }
    body { font: ${body.fontWeight} ${body.fontSize}/1.5 ${body.fontFamily}; color: ${paper ? '#1b1c1a' : body.color}; overflow-wrap: break-word; padding: ${paper ? '10px 12px' : '1px 0'}; display: flow-root; }
    a { color: ${paper ? '#075960' : resolve(token('--accent-text'))}; }
    b, strong, th { font-weight: ${token('--weight-strong')}; }
    p { margin: 0 0 .6em; } p:last-child { margin-bottom: 0; }
    ul, ol { margin: 0 0 .6em; padding-left: 1.6em; }
    img { max-width: 100%; height: auto; }
    img.ombud-held { display: inline-block; min-width: 1.5em; min-height: 1.5em; outline: 1px dashed #8b8c86; outline-offset: -1px; border-radius: 4px; background: #8b8c8614; }
    table { max-width: 100%; } pre { white-space: pre-wrap; }
    blockquote { margin: .4em 0; padding-left: .8em; border-left: 2px solid #8b8c8655; }
    html:not(.with-quote) .ombud-quote { display: none !important; }
  `);
  inside.adoptedStyleSheets = [sheet];
}

let faces: string | undefined;

/** The page's own fonts, so that mail without a font of its own reads like everything else. */
function fontFaces(): string {
  faces ??= [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText.replaceAll(/url\("(?!data:)([^"]+)"\)/g, (_all, address: string) => `url("${new URL(address, sheet.href ?? location.href).href}")`)))
    .join('\n');
  return faces;
}

function isDark(textColour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (textColour.match(/[\d.]+/g) ?? []).map(Number);
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140;
}

/** light-dark() of the token as the page shows it now. */
function resolve(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = token;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
