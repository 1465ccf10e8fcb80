import { startPromiseTimers } from '../apps/server/src/features/commitments/index.ts';
import { startIntakeWorker, startMailListeners } from '../apps/server/src/features/intake/index.ts';
import { startRouting } from '../apps/server/src/features/routing/index.ts';
import { startSla } from '../apps/server/src/features/sla/index.ts';
import { startSearchIndexer } from '../apps/server/src/features/search/index.ts';
import { readConfig } from '../apps/server/src/config.ts';
import { findPort } from '../apps/server/src/program/ports.ts';
import { startWeb } from '../apps/server/src/program/roles.ts';
import { createContext } from '../apps/server/src/wiring.ts';

/**
 * The program's server in a process of its own, as `npm start` runs it, but for two things: nothing is sent out, and
 * questions to the DNS are answered at once with "no such name", because the network is not what is measured.
 */
const given = readConfig();
const port = await findPort({ host: given.host, port: 0, variable: 'PORT' });
const config = { ...given, port, publicUrl: `http://localhost:${port}` };
const { context, stop } = await createContext(config, config.databaseUrl ?? '');
const web = await startWeb(context);
const mail = await startMailListeners(context);
const intake = startIntakeWorker(context, { dns: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })) });
const sla = startSla(context);
const indexer = process.argv[2] === 'index' ? startSearchIndexer(context) : null;
const promises = startPromiseTimers(context);
const routing = startRouting(context);
process.send?.({ port: config.port, smtpPort: mail.smtpPort });
// Whoever measures may be gone without a word.
process.once('disconnect', () => process.exit(1));
process.once('SIGTERM', () => {
  void (async () => {
    await mail.stop();
    await indexer?.stop();
    await sla.stop();
    await promises.stop();
    await routing.stop();
    await intake.stop();
    for (const part of web) await part.stop();
    await stop();
    process.exit(0);
  })();
});
