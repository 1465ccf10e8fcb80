import { beginWithOneHeap, ensureInstalled, ensureWebBuilt, program, runOnNode24 } from './prepare.mjs';

beginWithOneHeap();
// Done already where npm ran scripts/get-ready.mjs before.
await ensureInstalled();
await ensureWebBuilt(program);
await runOnNode24(program, process.argv.slice(2));
