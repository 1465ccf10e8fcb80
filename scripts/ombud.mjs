import { ensureInstalled, runOnNode24 } from './prepare.mjs';

await ensureInstalled();
await runOnNode24('apps/server/src/cli.ts', process.argv.slice(2));
