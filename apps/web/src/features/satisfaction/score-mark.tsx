import type { MessageKey } from '@ombud/i18n';
import { Chip } from '@ombud/ui';
import { Frown, Meh, Smile } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';

const names: Record<number, MessageKey> = { 1: 'satisfaction.score.1', 2: 'satisfaction.score.2', 3: 'satisfaction.score.3', 4: 'satisfaction.score.4', 5: 'satisfaction.score.5' };

/** What a score is called. */
export function scoreWord(score: number): MessageKey {
  return names[score] ?? 'satisfaction.score.3';
}

/** A score in a shape, a word and a colour, so that none of them is needed alone. */
export function ScoreMark({ score, low }: { score: number; low: boolean }) {
  const t = useT();
  const Icon = low ? Frown : score <= 3 ? Meh : Smile;
  return <Chip tone={low ? 'red' : score <= 3 ? 'amber' : 'green'} icon={<Icon aria-hidden className="size-3.5" />} title={t(scoreWord(score))}>{t('satisfaction.ofFive', { score })}</Chip>;
}
