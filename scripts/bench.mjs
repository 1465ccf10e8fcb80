import { ensureInstalled, ensureWebBuilt, runOnNode24 } from './prepare.mjs';

await ensureInstalled();
await ensureWebBuilt();
await runOnNode24('bench/run.ts', process.argv.slice(2));
