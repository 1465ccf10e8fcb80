import { Chip, type Tone } from '@ombud/ui';
import { Ban, CircleCheck, CircleX, Clock, Hourglass, Pause, SendHorizontal, ServerOff, type LucideIcon } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import type { OutboxMail } from './types.ts';

const looks: Record<OutboxMail['status'], { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: 'blue', icon: Hourglass },
  sending: { tone: 'blue', icon: SendHorizontal },
  sent: { tone: 'green', icon: CircleCheck },
  failed: { tone: 'red', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
};

/** Where a mail stands and, while it waits, what for. */
export function OutboxStatusChip({ mail }: { mail: OutboxMail }) {
  const t = useT();
  const formats = useFormats();
  if (mail.waiting_for === 'hold') return <Chip tone="amber" icon={<Pause aria-hidden className="size-3" />}>{t('outbox.waiting.hold')}</Chip>;
  if (mail.waiting_for === 'configuration') return <Chip tone="amber" icon={<ServerOff aria-hidden className="size-3" />}>{t('outbox.waiting.configuration')}</Chip>;
  if (mail.waiting_for === 'time' && mail.next_attempt_at) {
    const when = formats.relative(new Date(mail.next_attempt_at), new Date());
    return <Chip tone="blue" icon={<Clock aria-hidden className="size-3" />}>{t('outbox.waiting.time', { when })}</Chip>;
  }
  const { tone, icon: Icon } = looks[mail.status];
  return <Chip tone={tone} icon={<Icon aria-hidden className="size-3" />}>{t(`outbox.status.${mail.status}`)}</Chip>;
}
