import type { Context } from '../../context.ts';
import { someInboxHasAWay } from './system-mail.queries.ts';

export { linkTo, linkToken, newLinkToken } from './link-tokens.ts';
export { sendSystemMail, type SystemMail } from './send-system-mail.ts';
export { countSystemMail, dropQueued, forgetSystemMail, insertSystemMail, keepToken, type SystemMailJob } from './system-mail.queries.ts';
export { startSystemMail, type SystemMailWriter } from './system-mail-worker.ts';

/** Whether mail of this workspace, or of any without one, can leave at all. */
export async function canSendMail({ db, config }: Pick<Context, 'db' | 'config'>, workspaceId: number | null): Promise<boolean> {
  return !config.holdOutbound && (config.smtpUrl !== null || (await someInboxHasAWay(db, workspaceId)));
}
