import type { Translate } from '@ombud/i18n';
import type { Delivery } from './webhook-queries.ts';

/** What became of the last attempt, in words. */
export function outcomeWords(t: Translate, { status_code, error }: Pick<Delivery, 'status_code' | 'error'>): string {
  if (error) return t(`webhooks.why.${error}`);
  return status_code === null ? '' : t('webhooks.answered', { status: String(status_code) });
}
