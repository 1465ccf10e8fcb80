import { useFormats, useT } from '../../../lib/i18n.ts';
import { useDueWords } from '../tasks/due-picker.tsx';
import type { Promised } from './promise-queries.ts';

/** "today, 15:00", "tomorrow", a slot from its beginning. */
export function usePromiseDue(): (promise: Pick<Promised, 'due' | 'from'>) => string {
  const t = useT();
  const formats = useFormats();
  const words = useDueWords();
  return ({ due, from }) => (from ? t('commitments.when.slot', { from: words(from), to: formats.time(new Date(due)) }) : words(due));
}
