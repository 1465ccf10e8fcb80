import { useT } from '../../../lib/i18n.ts';
import { SettingsPage } from '../parts/page.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

export function SecurityPage() {
  const t = useT();
  return (
    <SettingsPage title={t('people.security.title')} lead={t('people.security.lead')}>
      <PasswordSection />
      <PasskeysSection />
      <SecondFactorSection />
      <SessionsSection />
    </SettingsPage>
  );
}
