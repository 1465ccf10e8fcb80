import type { Context } from '../../context.ts';
import { mailAccessToken } from '../mail-sign-in/index.ts';
import type { Way } from './transports.ts';

type Wired = Pick<Context, 'db' | 'sealer' | 'config' | 'clock' | 'log'>;

/** By which server an inbox sends: its own, else the installation's; null with neither. */
export function wayOf(context: Wired, workspaceId: number, inboxId: number, sealedUrl: string | null): Way | null {
  if (sealedUrl === null) return context.config.smtpUrl === null ? null : { url: context.config.smtpUrl, token: null };
  return ownWay(context, workspaceId, inboxId, context.sealer.open(sealedUrl));
}

/** An address with a user and no password means the account that the inbox is connected with. */
export function ownWay(context: Wired, workspaceId: number, inboxId: number, url: string): Way {
  const { username, password } = new URL(url);
  if (username === '' || password !== '') return { url, token: null };
  const account = { provider: null, username: decodeURIComponent(username) };
  return { url, of: `${workspaceId}/${inboxId}`, token: (options) => mailAccessToken(context, workspaceId, inboxId, account, options) };
}
