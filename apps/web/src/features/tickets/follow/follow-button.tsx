import { Avatar, Button, cx, FilterList, IconButton, Popover } from '@ombud/ui';
import { Bell, BellRing, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { useCommands } from '../../../lib/keys/index.ts';
import { useMe } from '../../../lib/session.ts';
import { useAgents } from '../store/people.ts';
import type { TicketDetail } from '../store/types.ts';
import { useFollow } from './use-follow.ts';

/** Follows the ticket, and shows who does. */
export function FollowButton({ ticket, may }: { ticket: TicketDetail; may: boolean }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { followers, isMine, set, toggle } = useFollow(ticket.number);
  useCommands([
    { id: 'ticket.follow', label: isMine ? 'work.unfollow' : 'work.follow', group: 'ticket', icon: isMine ? <Bell /> : <BellRing />, keys: ['shift+f'], enabled: may, run: toggle },
    { id: 'ticket.followers', label: 'work.followers', group: 'ticket', icon: <BellRing />, enabled: may || followers.length > 0, run: () => setOpen(true) },
  ], `${ticket.number} ${isMine}`);
  if (!may && followers.length === 0) return null;
  const words = t('work.followersOf', { count: followers.length, mine: String(isMine) });
  const Icon = isMine ? BellRing : Bell;
  return (
    <Popover
      label={t('work.followers')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-72"
      trigger={
        <button type="button" aria-label={words} title={words} className={cx('inline-flex h-6 min-h-target min-w-target items-center justify-center gap-1 rounded-[5px] px-1 text-small hover:bg-pressed data-[popup-open]:bg-pressed', isMine ? 'text-accent-text' : 'text-faint hover:text-text')}>
          <Icon aria-hidden className="size-3.5" />
          {followers.length > 0 && <span aria-hidden data-count={followers.length} className="tabular before:content-[attr(data-count)]" />}
        </button>
      }
    >
      {may && <Button tone={isMine ? 'outline' : 'primary'} keys="shift+f" onClick={toggle} className="w-full">{t(isMine ? 'work.unfollow' : 'work.follow')}</Button>}
      {followers.length === 0 && <p className="m-0 pt-2.5 text-faint">{t('work.followers.none')}</p>}
      <ul aria-label={t('work.followers')} className="m-0 list-none p-0 pt-1.5">
        {followers.map((follower) => (
          <li key={follower.id} className="flex min-h-8 items-center gap-2">
            <Avatar name={follower.name} />
            <span className="min-w-0 flex-1 truncate">{follower.name}</span>
            {may && <IconButton label={t('work.followers.remove', { name: follower.name })} icon={<X />} onClick={() => set(follower.id, false)} className="size-6 text-faint" />}
          </li>
        ))}
      </ul>
      {may && <AddFollower followed={followers.map(({ id }) => id)} onAdd={(id) => set(id, true)} />}
    </Popover>
  );
}

function AddFollower({ followed, onAdd }: { followed: readonly number[]; onAdd(agent: number): void }) {
  const t = useT();
  const me = useMe().agent;
  const choices = useAgents().filter(({ id }) => id !== me.id && !followed.includes(id));
  if (choices.length === 0) return null;
  return (
    <div className="-mx-3 mt-1.5 -mb-3 border-t border-line-soft">
      <FilterList label={t('work.followers.add')} selected={[]} choices={choices.map(({ id, name }) => ({ value: String(id), label: name, icon: <Avatar name={name} /> }))} onChoose={(id) => onAdd(Number(id))} />
    </div>
  );
}
