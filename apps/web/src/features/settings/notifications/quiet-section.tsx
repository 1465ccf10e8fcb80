import { Button, Checkbox, Switch } from '@ombud/ui';
import { useId } from 'react';
import { useFormats, useT, useTranslator } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { QuietMenu, useSaveNotificationSettings, type NotificationSettings } from '../../notifications/index.ts';
import { Section } from '../parts/page.tsx';

const nights = { from: '18:00', to: '08:00' };
const monToFri = [1, 2, 3, 4, 5];

export function QuietSection({ settings }: { settings: NotificationSettings }) {
  const t = useT();
  const formats = useFormats();
  const { time_zone: zone } = useMe().agent;
  const save = useSaveNotificationSettings();
  const { hours, working_days: days, until } = settings.quiet;
  return (
    <Section title={t('notifications.quiet.title')} hint={t('notifications.quiet.hint')}>
      <div className="flex max-w-lg flex-col gap-5">
        <div className="flex flex-wrap items-center gap-2">
          {settings.quiet_now && <span className="min-w-0 flex-1">{t('notifications.quiet.now', { when: formats.dateTime(new Date(settings.quiet_now)) })}</span>}
          {until ? <Button onClick={() => save.mutate({ quiet_until: null })}>{t('notifications.quiet.end')}</Button> : <QuietMenu withWords />}
        </div>
        <div>
          <Switch label={t('notifications.quiet.hours')} hint={t('notifications.quiet.hours.hint', { zone: zone.replaceAll('_', ' ') })} checked={hours !== null} onCheckedChange={(on) => save.mutate({ quiet_hours: on ? nights : null })} />
          {hours && (
            <div className="mt-2 flex flex-wrap items-center gap-3 pl-12">
              <Clock label={t('notifications.quiet.from')} value={hours.from} onChange={(from) => save.mutate({ quiet_hours: { ...hours, from } })} />
              <Clock label={t('notifications.quiet.to')} value={hours.to} onChange={(to) => save.mutate({ quiet_hours: { ...hours, to } })} />
            </div>
          )}
        </div>
        <div>
          <Switch label={t('notifications.quiet.days')} hint={t('notifications.quiet.days.hint')} checked={days !== null} onCheckedChange={(on) => save.mutate({ working_days: on ? monToFri : null })} />
          {days && <Days days={days} onChange={(next) => save.mutate({ working_days: next })} />}
        </div>
      </div>
    </Section>
  );
}

function Clock({ label, value, onChange }: { label: string; value: string; onChange(time: string): void }) {
  const id = useId();
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted">{label}</label>
      <input
        id={id}
        type="time"
        required
        value={value}
        onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value)}
        className="h-control min-w-0 rounded-md border border-field-line bg-pane px-2 text-body tabular-nums hover:border-muted focus:border-accent focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus"
      />
    </span>
  );
}

function Days({ days, onChange }: { days: readonly number[]; onChange(days: number[]): void }) {
  const t = useT();
  const { language } = useTranslator();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <fieldset className="mt-2 flex flex-wrap gap-x-5 gap-y-3 pl-12">
      <legend className="sr-only">{t('notifications.quiet.days')}</legend>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <Checkbox
          key={day}
          label={<span className="inline-block first-letter:uppercase">{weekday.format(Date.UTC(2024, 0, day))}</span>}
          checked={days.includes(day)}
          onCheckedChange={(on) => onChange(on ? [...days, day].toSorted((one, other) => one - other) : days.filter((each) => each !== day))}
        />
      ))}
    </fieldset>
  );
}
