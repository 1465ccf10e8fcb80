// Before "npm start" (npm's prestart): what installing and building take ends with this process, and Node 24 comes with the
// packages, so that npm takes it for the start itself. An older Node that starts it can only wait beside it, with 30 MB.
import { ensureInstalled, ensureWebBuilt, program } from './prepare.mjs';

await ensureInstalled();
await ensureWebBuilt(program);
