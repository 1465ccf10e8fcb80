import { cx } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import { MessageLink } from '../thread/message-link.tsx';
import type { TimelineEvent } from '../store/types.ts';

type Words = NonNullable<TimelineEvent['words']>;

const parts = ['known', 'tried', 'promised'] as const;

/** Lines that were filled in from a message lead to it. */
function Lines({ text, sources }: { text: string; sources: NonNullable<Words['sources']> }) {
  if (sources.length === 0) return text;
  return text.split('\n').map((line, index) => {
    const source = sources.find((each) => each.line === index);
    return source ? <MessageLink key={`${index} ${line}`} message={source.message}>{line}</MessageLink> : <span key={`${index} ${line}`} className="block min-h-[1lh]">{line}</span>;
  });
}

/** What was written when a ticket was handed over or back, or somebody was asked; only colleagues see it. */
export function HandOver({ words, className }: { words: Words; className?: string }) {
  const t = useT();
  const first = words.question ?? words.explanation;
  const written = parts.filter((part) => words[part]);
  return (
    <div className={cx('mt-1 rounded-md border border-line-soft bg-amber-soft px-3 py-2', className)}>
      {first && <p className="m-0 font-strong whitespace-pre-wrap [overflow-wrap:anywhere]">{first}</p>}
      {written.length > 0 && (
        <dl className={cx('m-0 flex flex-col gap-2', first && 'mt-2')}>
          {written.map((part) => (
            <div key={part}>
              <dt className="text-small font-strong text-muted">{t(`escalations.${part}`)}</dt>
              <dd className="m-0 whitespace-pre-wrap [overflow-wrap:anywhere]"><Lines text={words[part] ?? ''} sources={words.sources?.filter((source) => source.part === part) ?? []} /></dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
