import { Button, Dialog, isApple, Kbd } from '@ombud/ui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../../../lib/i18n.ts';
import { readCombo } from '../../../lib/keys/combo.ts';
import { findClashes, whyUnfit, type KeyCommand } from './clashes.ts';

/** How long a second stroke may take, ms; as the keys themselves wait. */
const sequenceTime = 1_200;

export interface CaptureDialogProps {
  command: KeyCommand;
  all: readonly KeyCommand[];
  onTake(combo: string): void;
  onClose(): void;
}

/** Takes the next key, or two one after the other, for a command. Tab and Esc keep their meaning, so that nobody is caught in it. */
export function CaptureDialog({ command, all, onTake, onClose }: CaptureDialogProps) {
  const t = useT();
  const [combo, setCombo] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const since = useRef(0);
  const save = useRef<HTMLButtonElement>(null);
  const unfit = combo === '' ? null : whyUnfit(command, combo);
  const clashes = combo === '' || unfit ? [] : findClashes(all, command, combo);

  // After the pause the focus goes on, so that Enter saves what was pressed.
  useEffect(() => {
    if (combo === '' || unfit) return;
    const timer = setTimeout(() => save.current?.focus(), sequenceTime);
    return () => clearTimeout(timer);
  }, [combo, unfit]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    const stroke = readCombo(event.nativeEvent, isApple);
    event.preventDefault();
    event.stopPropagation();
    if (!stroke || event.repeat) return;
    const goesOn = combo !== '' && !combo.includes(' ') && !combo.includes('mod+') && event.timeStamp - since.current <= sequenceTime;
    since.current = event.timeStamp;
    setCombo(goesOn ? `${combo} ${stroke}` : stroke);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(command.label, command.values)}
      description={t('around.keys.press')}
      width="narrow"
      initialFocus={place}
      actions={
        <>
          <Button tone="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button ref={save} tone="primary" disabled={combo === '' || unfit !== null} onClick={() => onTake(combo)}>
            {t(clashes.length > 0 ? 'around.keys.takeOver' : 'common.save')}
          </Button>
        </>
      }
    >
      <div
        ref={place}
        role="textbox"
        tabIndex={0}
        aria-readonly
        aria-label={t('around.keys.press')}
        onKeyDown={onKeyDown}
        className="grid h-16 place-items-center rounded-lg bg-sunken text-faint outline-offset-[-2px]"
      >
        {combo === '' ? t('around.keys.waiting') : <Kbd keys={combo} className="text-title" />}
      </div>
      <p role="status" className="mt-2 min-h-5 text-small text-amber">
        {unfit && t(`around.keys.unfit.${unfit}`)}
        {clashes.length > 0 && t('around.keys.clash', { command: clashes.map(({ label, values }) => t(label, values)).join(', ') })}
      </p>
    </Dialog>
  );
}
