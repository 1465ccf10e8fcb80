import type { Browser } from 'playwright-core';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { startBackupWorker } from '../../../apps/server/src/features/backups/index.ts';
import { startBulkWorker } from '../../../apps/server/src/features/bulk-changes/index.ts';
import { startImportWorker } from '../../../apps/server/src/features/customer-imports/index.ts';
import { startDelivery } from '../../../apps/server/src/features/delivery/index.ts';
import { bringBackTicket, startIntakeWorker } from '../../../apps/server/src/features/intake/index.ts';
import { startNotifier } from '../../../apps/server/src/features/notifications/index.ts';
import { startSla } from '../../../apps/server/src/features/sla/index.ts';
import { startSearchIndexer } from '../../../apps/server/src/features/search/index.ts';
import { startMailToPeople } from '../../../apps/server/src/program/roles.ts';
import type { Database } from '../../../apps/server/src/platform/db/db.ts';
import { launchChromium } from '../../support/chromium.ts';
import { createTestDatabase } from '../../support/database.ts';
import { anInbox, aSignedInAgent, aWorkspace, type SignedInAgent } from '../../support/factories.ts';
import { type Caught, openSink, type Sink, testDns } from '../../support/mail-desk.ts';
import { startTestProgram, type TestProgram } from '../../support/program.ts';

export type BrowserDesk = {
  program: TestProgram;
  db: Database;
  browser: Browser;
  /** Where the screens are, without a slash at the end. */
  url: string;
  workspaceId: number;
  brand: { id: number; name: string };
  inbox: { id: number; address: string };
  /** The real mail server that everything we send ends at. */
  sink: Sink;
  agent(options?: Parameters<typeof aSignedInAgent>[2]): Promise<SignedInAgent>;
  /** Hands a mail to our door by SMTP. */
  send(mail: SendMailOptions): Promise<void>;
  /** The first mail to reach the sink, of those that this says yes to. */
  caught(what: string, isIt: (mail: Caught) => boolean): Promise<Caught>;
  until<Result>(what: string, look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false): Promise<Result>;
  stop(): Promise<void>;
};

const patience = 20_000;

/** The whole program on free ports, a browser, and mail servers on both sides of it; DNS answers from a zone of its own. */
export async function openBrowserDesk(): Promise<BrowserDesk> {
  const [database, sink, browser] = await Promise.all([createTestDatabase(), openSink(), launchChromium()]);
  const program = await startTestProgram({ database, env: { OMBUD_SMTP_URL: sink.url }, roles: ['web', 'mail'] });
  const { context } = program;
  // The worker's parts by hand, because mail from the test's domains is checked against the test's DNS.
  const workers = [startIntakeWorker(context, { dns: testDns }), startDelivery(context, { onGivenUp: bringBackTicket }), startMailToPeople(context), startBackupWorker(context, { databaseUrl: database.ownerUrl, version: 'test' }), startSearchIndexer(context), startImportWorker(context), startBulkWorker(context), startNotifier(context), startSla(context)];
  const workspace = await aWorkspace(context.db, { name: 'Nordic Support' });
  const brand = { id: workspace.brandId, name: 'Lumen Lamps' };
  await context.db.updateTable('brands').set({ name: brand.name }).where('workspace_id', '=', workspace.id).where('id', '=', brand.id).execute();
  const inbox = await anInbox(context.db, workspace.id, { address: 'support@lumen.example' });
  const transport = createTransport({ host: '127.0.0.1', port: program.smtpPort, ignoreTLS: true, pool: true, maxConnections: 4, maxMessages: Number.POSITIVE_INFINITY });

  async function until<Result>(what: string, look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false): Promise<Result> {
    const end = performance.now() + patience;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > end) throw new Error(`did not happen: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  return {
    program,
    db: context.db,
    browser,
    url: context.config.publicUrl,
    workspaceId: workspace.id,
    brand,
    inbox,
    sink,
    until,
    agent: (options) => aSignedInAgent(context, workspace.id, options),
    send: async (mail) => void (await transport.sendMail({ to: inbox.address, ...mail })),
    caught: (what, isIt) => until(`${what} reaches the mail server`, () => sink.caught.find(isIt)),
    async stop() {
      await browser.close();
      transport.close();
      await Promise.all(workers.map((worker) => worker.stop()));
      await program.stop();
      await Promise.all([sink.close(), database.drop()]);
    },
  };
}
