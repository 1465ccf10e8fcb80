import { Button, SkeletonLines } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Volume2 } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { playChime, settingsQuery } from '../../notifications/index.ts';
import { Section, SettingsPage } from '../parts/page.tsx';
import { DevicesSection } from './devices-section.tsx';
import { QuietSection } from './quiet-section.tsx';
import { WaysTable } from './ways-table.tsx';

export function NotificationsSettingsPage() {
  const t = useT();
  const query = useQuery(settingsQuery);
  const { data: settings } = query;
  return (
    <SettingsPage title={t('notifications.title')} lead={t('notifications.lead')}>
      {!settings && (query.error ? <LoadFailed error={query.error} retry={() => void query.refetch()} /> : <SkeletonLines count={8} />)}
      {settings && (
        <>
          <Section title={t('notifications.ways.title')} hint={t('notifications.ways.hint')}>
            <WaysTable ways={settings.ways} />
            <Button tone="plain" className="mt-3" icon={<Volume2 className="size-4" />} onClick={() => void playChime()}>
              {t('notifications.ways.soundTest')}
            </Button>
          </Section>
          <QuietSection settings={settings} />
          <DevicesSection pushKey={settings.push_key} />
        </>
      )}
    </SettingsPage>
  );
}
