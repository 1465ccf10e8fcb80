import type { Config } from '../../config.ts';

export const mailProviders = ['microsoft', 'google'] as const;
export type MailProvider = (typeof mailProviders)[number];

export type Endpoints = {
  authorize: string;
  token: string;
  scope: string;
  /** What else the authorization request says. */
  extra: Record<string, string>;
  /** The operator named the place, so it may be in the own network. */
  own: boolean;
};

/**
 * Where a provider's sign-in is. Usual places: learn.microsoft.com (identity platform, authorization code flow; IMAP and SMTP by
 * OAuth) and developers.google.com (OAuth 2.0 for web server applications; XOAUTH2).
 */
export function endpointsOf(provider: MailProvider, tenant: string, config: Pick<Config, 'mailLogins'>): Endpoints {
  const own = config.mailLogins[provider];
  if (provider === 'microsoft') {
    const base = `${own ?? 'https://login.microsoftonline.com'}/${encodeURIComponent(tenant)}/oauth2/v2.0`;
    return {
      authorize: `${base}/authorize`,
      token: `${base}/token`,
      scope: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
      extra: { prompt: 'select_account' },
      own: own !== null,
    };
  }
  return {
    authorize: `${own ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`,
    token: `${own ?? 'https://oauth2.googleapis.com'}/token`,
    scope: 'https://mail.google.com/',
    // Without these Google gives no refresh token the second time.
    extra: { access_type: 'offline', prompt: 'consent' },
    own: own !== null,
  };
}

/** Where the provider sends the browser back to; it has to be registered there, letter by letter. */
export function redirectUri(config: Pick<Config, 'publicUrl'>): string {
  return `${config.publicUrl}/settings/mail-sign-in`;
}
