import { Switch } from '@ombud/ui';
import { contrasts, densities, motions, textSizes, themes, useAppearance } from '../../../lib/appearance.ts';
import { useT } from '../../../lib/i18n.ts';
import { useChangeMe } from '../../../lib/session.ts';
import { SettingsPage, Section } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';

/** How the screen looks for this person, on every device. Each choice shows at once. */
export function AppearancePage() {
  const t = useT();
  const look = useAppearance();
  const change = useChangeMe();
  return (
    <SettingsPage title={t('settings.appearance')} lead={t('settings.appearance.hint')}>
      <Section title={t('around.appearance.look')}>
        <div className="flex max-w-lg flex-col gap-5">
          <Segments label={t('around.theme')} hint={t('around.appearance.theme.hint')} value={look.theme} choices={themes.map((value) => ({ value, label: t(`around.theme.${value}`) }))} onChange={(theme) => void change({ preferences: { theme } })} />
          <Segments label={t('shell.density')} hint={t('around.appearance.density.hint')} value={look.density} choices={densities.map((value) => ({ value, label: t(`shell.density.${value}`) }))} onChange={(density) => void change({ preferences: { density } })} />
          <Segments label={t('settings.textSize')} hint={t('settings.textSize.hint')} value={look.text_size} choices={textSizes.map((value) => ({ value, label: t(`settings.textSize.${value}`) }))} onChange={(text_size) => void change({ preferences: { text_size } })} />
        </div>
      </Section>
      <Section title={t('around.appearance.ease')}>
        <div className="flex max-w-lg flex-col gap-5">
          <Segments label={t('around.appearance.motion')} hint={t('around.appearance.motion.hint')} value={look.motion} choices={motions.map((value) => ({ value, label: t(`around.appearance.motion.${value}`) }))} onChange={(motion) => void change({ preferences: { motion } })} />
          <Segments label={t('around.appearance.contrast')} hint={t('around.appearance.contrast.hint')} value={look.contrast} choices={contrasts.map((value) => ({ value, label: t(`around.appearance.contrast.${value}`) }))} onChange={(contrast) => void change({ preferences: { contrast } })} />
          <Switch label={t('around.appearance.links')} hint={t('around.appearance.links.hint')} checked={look.underline_links} onCheckedChange={(underline_links) => void change({ preferences: { underline_links } })} />
        </div>
      </Section>
    </SettingsPage>
  );
}
