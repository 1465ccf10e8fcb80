import { FileText, Globe, Mail, MessageSquare, Phone, SquarePen, Store, Webhook } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import type { Ticket } from '../store/types.ts';
import { channelWord } from '../store/words.ts';

const icons = { email: Mail, phone: Phone, chat: MessageSquare, form: SquarePen, letter: FileText, walk_in: Store, api: Webhook, web: Globe };

export function ChannelIcon({ channel, className }: { channel: Ticket['channel']; className?: string }) {
  const t = useT();
  const Icon = icons[channel];
  const label = t(channelWord(channel));
  return (
    <span role="img" aria-label={label} title={label} className={className}>
      <Icon aria-hidden className="size-[15px] stroke-[1.6]" />
    </span>
  );
}
