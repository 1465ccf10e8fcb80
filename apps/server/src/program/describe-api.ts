import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { OpenApiDocument } from '../platform/http/openapi-document.ts';
import { openApiOf } from '../platform/http/openapi.ts';
import { createContext } from '../wiring.ts';

/** The API as the routes describe it. Needs no database: none is asked while routes are added. */
export async function describeApi(): Promise<OpenApiDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-openapi-'));
  const config = readConfig({ OMBUD_DATA_DIR: folder, OMBUD_SECRET: 'nothing is sealed with this', OMBUD_LOG: 'silent' });
  const { context, stop } = await createContext(config, 'postgres://nobody@127.0.0.1:1/none');
  const app = await createApp(context);
  try {
    await app.ready();
    return openApiOf(app);
  } finally {
    await app.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export function writeOpenApi(document: OpenApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
