import { Chip, type Tone } from '@ombud/ui';
import { CircleAlert, CircleCheck, CirclePause, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import type { Mailbox } from '../types.ts';

const looks: Record<Mailbox['state'], { tone: Tone; icon: LucideIcon }> = {
  new: { tone: 'blue', icon: LoaderCircle },
  connected: { tone: 'green', icon: CircleCheck },
  trouble: { tone: 'red', icon: CircleAlert },
  off: { tone: 'neutral', icon: CirclePause },
};

export function MailboxState({ state }: { state: Mailbox['state'] }) {
  const t = useT();
  const { tone, icon: Icon } = looks[state];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden className="size-3 shrink-0" />}>
      {t(`settings.mailbox.state.${state}`)}
    </Chip>
  );
}
