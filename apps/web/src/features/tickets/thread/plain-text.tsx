import { Fragment, useMemo, useState, type ReactNode } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { beginningOf } from './beginning.ts';
import { ShowAll } from './show-all.tsx';

const longestLink = 2_000;

/** Text as it was typed, with web addresses as links; of a very long one the beginning. Linear: one split at spaces, no backtracking. */
export function PlainText({ text, className }: { text: string; className?: string }) {
  const t = useT();
  const formats = useFormats();
  const [whole, setWhole] = useState(false);
  const { shown, lines } = useMemo(() => (whole ? { shown: text, lines: 0 } : beginningOf(text)), [text, whole]);
  const parts = useMemo(() => withLinks(shown), [shown]);
  return (
    <>
      <div className={`max-w-[72ch] whitespace-pre-wrap break-words ${className ?? ''}`}>{parts}</div>
      {lines > 0 && <ShowAll onShow={() => setWhole(true)}>{t('tickets.message.allLines', { lines, size: formats.fileSize(new Blob([text]).size) })}</ShowAll>}
    </>
  );
}

/** Web addresses become links; everything else stays text. */
export function withLinks(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let plain = '';
  text.split(/(\s+)/).forEach((word, at) => {
    const start = linkStart(word);
    if (start < 0 || word.length > longestLink) {
      plain += word;
      return;
    }
    const end = linkEnd(word, start);
    parts.push(<Fragment key={`t${at}`}>{plain + word.slice(0, start)}</Fragment>, <OutsideLink key={at} href={word.slice(start, end)}>{word.slice(start, end)}</OutsideLink>);
    plain = word.slice(end);
  });
  return [...parts, plain];
}

function linkStart(word: string): number {
  const secure = word.indexOf('https://');
  return secure >= 0 ? secure : word.indexOf('http://');
}

/** Without the point, bracket or quote that ends the sentence around it. */
function linkEnd(word: string, start: number): number {
  let end = word.length;
  while (end > start && '.,;:!?)]}>"\'»”'.includes(word.charAt(end - 1))) end -= 1;
  return end;
}

export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent-text underline decoration-1 underline-offset-2">
      {children}
    </a>
  );
}
