import { beginWithOneHeap, ensureInstalled, ensureWebBuilt, runOnNode24 } from './prepare.mjs';

beginWithOneHeap();
// Done already where npm ran scripts/get-ready.mjs before.
await ensureInstalled();
await ensureWebBuilt();
await runOnNode24('apps/server/src/main.ts', process.argv.slice(2));
