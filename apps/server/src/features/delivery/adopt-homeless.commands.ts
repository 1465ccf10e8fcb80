import type { Context } from '../../context.ts';
import { adoptMail, findAdoptable } from './adopt-homeless.queries.ts';
import { sideReplyAddress } from './side-tokens.ts';
import { replyAddress } from './thread-tokens.ts';

const most = 50;

/** Answers that were written before their brand had an inbox go out from its first one, as soon as there is one. */
export async function adoptHomelessMail(context: Pick<Context, 'db' | 'sealer'>, workspaceId: number): Promise<void> {
  for (const mail of await findAdoptable(context.db, workspaceId, most)) {
    const place = { workspaceId, messageId: mail.message_id, inboxAddress: mail.address };
    const replyTo = mail.side_id === null ? replyAddress(context.sealer, { ...place, ticketId: mail.ticket_id }) : sideReplyAddress(context.sealer, { ...place, sideId: mail.side_id });
    await context.db.transaction().execute((tx) => adoptMail(tx, workspaceId, mail, replyTo));
  }
}
