import { readConfig } from '../../../config.ts';
import { createContext } from '../../../wiring.ts';
import { startWebhookSender } from '../sender.ts';

/** A node of its own for the tests: sends to webhooks until somebody kills it. Arguments: the database, a folder, the host that it may reach. */
const [databaseUrl = '', folder = '', hosts = ''] = process.argv.slice(2);
const { context } = await createContext(readConfig({ OMBUD_DATA_DIR: folder, OMBUD_SECRET: 'a secret for tests only', OMBUD_LOG: 'silent', OMBUD_WEBHOOK_HOSTS: hosts }), databaseUrl);
startWebhookSender(context);
