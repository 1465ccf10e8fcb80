import { cx } from '@ombud/ui';
import { useMemo } from 'react';
import { withLinks } from '../thread/plain-text.tsx';
import { textBlocks } from './text-blocks.ts';

/** A rule as it was written: paragraphs, lists, web addresses as links; nothing in it is markup. */
export function GuidelineText({ text, className }: { text: string; className?: string }) {
  const blocks = useMemo(() => textBlocks(text), [text]);
  return (
    <div className={cx('flex max-w-[72ch] flex-col gap-2 break-words', className)}>
      {blocks.map((block, at) =>
        block.kind === 'list' ? (
          <ul key={at} className="flex list-disc flex-col gap-0.5 pl-5 marker:text-faint">{block.items.map((item, index) => <li key={index}>{withLinks(item)}</li>)}</ul>
        ) : (
          <p key={at} className="m-0 whitespace-pre-wrap">{withLinks(block.text)}</p>
        ),
      )}
    </div>
  );
}
