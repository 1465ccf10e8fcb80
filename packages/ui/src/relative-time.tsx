import { useNow } from './clock.ts';
import { useUiTexts } from './ui-provider.tsx';

/** Relative up to a day, absolute on hover and for assistive technology. */
export function RelativeTime({ at, className }: { at: string | Date; className?: string }) {
  const texts = useUiTexts();
  const now = useNow();
  const date = typeof at === 'string' ? new Date(at) : at;
  // The server's clock may be ahead: something that just happened is never "in 2 seconds".
  const shown = texts.relativeTime(date, new Date(Math.max(now, date.getTime())));
  return (
    <time dateTime={date.toISOString()} title={texts.absoluteTime(date)} className={className}>
      {shown}
    </time>
  );
}
