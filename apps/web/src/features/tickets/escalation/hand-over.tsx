import { cx } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import type { TimelineEvent } from '../store/types.ts';

type Words = NonNullable<TimelineEvent['words']>;

const parts = ['known', 'tried', 'promised'] as const;

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
              <dd className="m-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{words[part]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
