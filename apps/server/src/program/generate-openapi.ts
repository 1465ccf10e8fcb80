import { writeFile } from 'node:fs/promises';
import { describeClient } from '../../../../packages/sdk/generate.ts';
import { describeApi, writeOpenApi } from './describe-api.ts';

/** `npm run openapi`: openapi.json, and the types of the web app and the SDK out of it. */
const document = await describeApi();
await writeFile(new URL('../../../../openapi.json', import.meta.url), writeOpenApi(document));
await writeFile(new URL('../../../../packages/sdk/src/schema.gen.ts', import.meta.url), await describeClient(document));
process.stdout.write(`${Object.keys(document.paths).length} paths\n`);
