import { ensureInstalled, ensureWebBuilt, runOnNode24 } from './prepare.mjs';

await ensureInstalled();
await ensureWebBuilt();
const [first, ...rest] = process.argv.slice(2);
if (first === 'web') await runOnNode24('bench/web/run.ts', rest);
else await runOnNode24('bench/run.ts', process.argv.slice(2));
