import { Button, cx, Menu, MenuItem, StatusIcon } from '@ombud/ui';
import { CalendarClock, ChevronDown } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { statusWord } from '../store/words.ts';
import type { StatusAfter } from './use-send.ts';

export interface SendButtonProps {
  label: string;
  note: boolean;
  disabled: boolean;
  onSend(status?: StatusAfter): void;
  onSolve(): void;
  /** Asks when it is to go out; a note goes nowhere */
  onLater?(): void;
}

const noteTone = 'bg-note-text text-note hover:bg-note-text hover:brightness-90';

/** Sends as it is, or from the menu beside it with another status. */
export function SendButton({ label, note, disabled, onSend, onSolve, onLater }: SendButtonProps) {
  const t = useT();
  return (
    <div className="ml-auto flex">
      <Button tone="primary" keys="mod+enter" disabled={disabled} onClick={() => onSend()} className={cx('rounded-r-none', note && noteTone)}>
        {label}
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button tone="primary" aria-label={t('composer.send.more')} disabled={disabled} className={cx('w-7 rounded-l-none border-l border-pane/30 !px-0 coarse:w-11', note && noteTone)}>
            <ChevronDown aria-hidden className="size-4 shrink-0" />
          </Button>
        }
      >
        {(['open', 'pending', 'on_hold', 'solved'] as const).map((status) => (
          <MenuItem key={status} icon={<StatusIcon status={status} />} keys={status === 'solved' ? 'mod+shift+enter' : undefined} onSelect={() => (status === 'solved' ? onSolve() : onSend(status))}>
            {t('composer.send.as', { status: t(statusWord(status)) })}
          </MenuItem>
        ))}
        {onLater && <MenuItem icon={<CalendarClock />} keys="mod+shift+l" onSelect={onLater}>{t('sending.later.menu')}</MenuItem>}
      </Menu>
    </div>
  );
}
