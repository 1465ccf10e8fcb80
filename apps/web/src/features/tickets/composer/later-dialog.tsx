import { Button, Checkbox, cx, Dialog, TextField } from '@ombud/ui';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { fieldsOf, presets, readFields } from './zoned-time.ts';

export interface LaterChoice {
  at: Date;
  unlessAnswered: boolean;
}

export interface LaterDialogProps {
  /** What is planned already; the next morning without it */
  planned: LaterChoice | null;
  /** For a mail to somebody beside the customer */
  aside?: boolean;
  onChoose(choice: LaterChoice): void;
  onClose(): void;
}

/** When a reply goes out: one of the usual times, or any other, in the agent's time zone. */
export function LaterDialog({ planned, aside = false, onChoose, onClose }: LaterDialogProps) {
  const t = useT();
  const id = useId();
  const formats = useFormats();
  const zone = useMe().agent.time_zone;
  const [now] = useState(() => new Date());
  const offered = presets(now, zone);
  const [fields, setFields] = useState(() => fieldsOf(planned?.at ?? offered.find(({ key }) => key === 'tomorrow')?.at ?? now, zone));
  const [unlessAnswered, setUnlessAnswered] = useState(planned?.unlessAnswered ?? false);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const at = readFields(fields, zone);
  const wrong = !at || at.getTime() <= Date.now() ? t('refusals.in_the_past') : at.getTime() > now.getTime() + 365 * 86_400_000 ? t('refusals.too_far') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (wrong || !at) setTried(true);
    else onChoose({ at, unlessAnswered });
  }
  return (
    <Dialog
      open
      width="narrow"
      initialFocus={first}
      title={t('sending.later.title')}
      description={t('sending.later.zone', { zone: zone.replaceAll('_', ' ') })}
      onOpenChange={(next) => !next && onClose()}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={id} tone="primary" keys="mod+enter">{t('sending.later.plan')}</Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)} className="flex flex-col gap-3.5 pb-1">
        <ul aria-label={t('sending.later.presets')} className="-mx-2 flex flex-col">
          {offered.map(({ key, at: preset }, index) => {
            const chosen = at?.getTime() === preset.getTime();
            return (
              <li key={key}>
                <button ref={index === 0 ? first : undefined} type="button" aria-pressed={chosen} onClick={() => setFields(fieldsOf(preset, zone))} className={cx('flex h-control w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover coarse:h-11', chosen && 'bg-pressed')}>
                  <span className="min-w-0 flex-1 truncate">{t(`sending.later.${key}`)}</span>
                  <span className="tabular shrink-0 text-small text-muted">{formats.dateTime(preset)}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t('sending.later.date')} type="date" value={fields.date} onValueChange={(date) => setFields({ ...fields, date })} error={tried ? wrong : undefined} />
          <TextField label={t('sending.later.time')} type="time" value={fields.time} onValueChange={(time) => setFields({ ...fields, time })} />
        </div>
        <Checkbox label={t('sending.later.unlessAnswered')} hint={t(aside ? 'sending.later.unlessAnsweredAside' : 'sending.later.unlessAnsweredHint')} checked={unlessAnswered} onCheckedChange={setUnlessAnswered} />
      </form>
    </Dialog>
  );
}
