import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostgresHome } from './data-dir.ts';

/** Moves a cluster that does not start out of the way, so that the next start makes a new one. What was moved before goes. @returns where it lies */
export async function setClusterAside(dataDir: string): Promise<string> {
  const home = await findPostgresHome(dataDir);
  if (!home) throw new Error(`there is no cluster in ${dataDir}`);
  const aside = join(home, 'cluster.aside');
  await rm(aside, { recursive: true, force: true });
  await rename(join(home, 'cluster'), aside);
  return aside;
}
