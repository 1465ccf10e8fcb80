import { Chip, cx } from '@ombud/ui';
import { CirclePause, Timer, TimerOff } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { useCountdown, type SlaTone } from './countdown.ts';
import { useSlaDue, type SlaDue } from './sla-queries.ts';

const icons = { calm: Timer, soon: Timer, late: TimerOff, resting: CirclePause };
export const slaTones: Record<SlaTone, string> = { calm: 'text-muted', soon: 'text-amber', late: 'text-red', resting: 'text-faint' };
const chips = { calm: 'neutral', soon: 'amber', late: 'red', resting: 'neutral' } as const;

/** In a list's row: what is due first, counting down. */
export function SlaMark({ number }: { number: number }) {
  const due = useSlaDue(number);
  return due && <Mark due={due} />;
}

function Mark({ due }: { due: SlaDue }) {
  const t = useT();
  const { tone, time, words } = useCountdown(due);
  const said = `${t(`sla.kind.${due.kind}`)}: ${words}`;
  const Icon = icons[tone];
  return (
    <span role="img" aria-label={said} title={said} className={cx('flex shrink-0 items-center gap-0.5', slaTones[tone])}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden className="tabular">{tone === 'late' ? `−${time}` : time}</span>
    </span>
  );
}

/** In a ticket's head: the same in words. */
export function SlaChip({ number }: { number: number }) {
  const due = useSlaDue(number);
  return due && <HeadChip due={due} />;
}

function HeadChip({ due }: { due: SlaDue }) {
  const t = useT();
  const { tone, words } = useCountdown(due);
  const Icon = icons[tone];
  return <Chip tone={chips[tone]} icon={<Icon aria-hidden className="size-3 shrink-0" />}><span className="tabular">{t(`sla.kind.${due.kind}`)}: {words}</span></Chip>;
}
