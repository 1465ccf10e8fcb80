import type { Shape } from '@ombud/sdk';
import { useT } from '../../lib/i18n.ts';
import { canUsePasskeys } from './browser.ts';

export type WhyNone = { reason: 'ip_address' | 'insecure' | 'elsewhere' | 'browser'; address: string };

/** Why no passkey can be made on this page, if so. */
export function whyNoPasskeys({ possible, address }: Pick<Shape<'Passkeys'>, 'possible' | 'address'>): WhyNone | null {
  if (possible !== 'yes') return { reason: possible, address };
  if (location.origin !== address) return { reason: 'elsewhere', address };
  return canUsePasskeys() ? null : { reason: 'browser', address };
}

/** In plain words, and what to do about it. */
export function WhyNoPasskeys({ why: { reason, address } }: { why: WhyNone }) {
  const t = useT();
  return (
    <p className="max-w-prose rounded-md wrap-anywhere bg-sunken px-3 py-2 text-muted">
      {t(`passkeys.none.${reason}`, { address })}{' '}
      {reason === 'elsewhere' && (
        <a href={`${address}/settings/security`} className="font-strong text-accent-text underline-offset-4 hover:underline">
          {t('passkeys.none.open')}
        </a>
      )}
    </p>
  );
}
