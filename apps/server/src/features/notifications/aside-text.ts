import type { Translate } from '@ombud/i18n';

/** "Nordparts answered in a side conversation" */
export function asideText(t: Translate, { actor_name }: { actor_name: string | null }): string {
  return t('notifications.aside', { who: actor_name ?? t('home.change.somebody') });
}
