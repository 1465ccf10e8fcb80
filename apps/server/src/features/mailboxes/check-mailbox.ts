import { describeMailTrouble, MailTroubleError, type DescribedTrouble } from '../../platform/mail/mail-trouble.ts';
import { openImap, within, type Credentials, type ImapOptions } from './imap-connection.ts';
import type { Door } from './mailboxes.rules.ts';

const patience = 20_000;
const mostFolders = 200;

export type MailCheck = { ok: boolean; trouble: DescribedTrouble['code'] | null; detail: string | null; folders: string[] };

/** Signs in and looks at each folder without changing anything. Never throws: what is wrong is the answer. */
export async function checkMailbox(door: Door, credentials: Credentials, wanted: string[], options: ImapOptions = {}): Promise<MailCheck> {
  let folders: string[] = [];
  try {
    const client = await openImap(door, credentials, options);
    try {
      const list = await within(client, patience, client.list({ listOnly: true }));
      folders = list.filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent')).map(({ path }) => path.slice(0, 500).toWellFormed()).slice(0, mostFolders);
      for (const path of wanted) {
        const status = await within(client, patience, client.status(path, { messages: true })).catch(() => null);
        if (!status) throw new MailTroubleError(client.usable ? 'folder_missing' : 'connection_lost', client.usable ? path : null);
      }
    } finally {
      client.close();
    }
    return { ok: true, trouble: null, detail: null, folders };
  } catch (error) {
    const { code, detail } = describeMailTrouble(error);
    return { ok: false, trouble: code, detail, folders };
  }
}
