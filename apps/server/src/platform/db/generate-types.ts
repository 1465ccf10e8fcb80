import { writeFile } from 'node:fs/promises';
import { describeRows } from './row-types.ts';
import { withDevelopmentDatabase } from '../../../../../tests/support/development-database.ts';

await withDevelopmentDatabase(async (ownerUrl) => {
  await writeFile(new URL('./schema.gen.ts', import.meta.url), await describeRows(ownerUrl));
});
