import { Button, IconButton, Menu, MenuItem, MenuLabel } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { BellOff, MoonStar } from 'lucide-react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { settingsQuery, useSaveNotificationSettings } from './notification-queries.ts';
import { tomorrowAtEight } from './quiet.ts';

const hour = 3_600_000;

/** How long one may want to be left alone, and until when that is. */
export function useQuietChoices() {
  const { time_zone: zone } = useMe().agent;
  return [
    { label: 'notifications.quiet.hour', until: () => new Date(Date.now() + hour) },
    { label: 'notifications.quiet.fourHours', until: () => new Date(Date.now() + 4 * hour) },
    { label: 'notifications.quiet.tomorrow', until: () => tomorrowAtEight(new Date(), zone) },
  ] as const;
}

/** A moon among the tools of a list; with words where there is room for them. */
export function QuietMenu({ withWords = false }: { withWords?: boolean }) {
  const t = useT();
  const choices = useQuietChoices();
  const save = useSaveNotificationSettings();
  return (
    <Menu align={withWords ? 'start' : 'end'} trigger={withWords ? <Button icon={<MoonStar className="size-4" />}>{t('notifications.quiet.start')}</Button> : <IconButton label={t('notifications.quiet.title')} icon={<MoonStar />} />}>
      {!withWords && <MenuLabel>{t('notifications.quiet.start')}</MenuLabel>}
      {choices.map(({ label, until }) => (
        <MenuItem key={label} onSelect={() => save.mutate({ quiet_until: until().toISOString() })}>
          {t(label)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Says until when nothing disturbs, and ends it where it was begun by hand. */
export function QuietLine() {
  const t = useT();
  const formats = useFormats();
  const { data: settings } = useQuery(settingsQuery);
  const save = useSaveNotificationSettings();
  if (!settings?.quiet_now) return null;
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line-soft bg-sunken px-4 py-1.5 text-small text-muted">
      <BellOff aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1">{t('notifications.quiet.now', { when: formats.dateTime(new Date(settings.quiet_now)) })}</span>
      {settings.quiet.until && (
        <Button tone="plain" busy={save.isPending} onClick={() => save.mutate({ quiet_until: null })}>
          {t('notifications.quiet.end')}
        </Button>
      )}
    </div>
  );
}
