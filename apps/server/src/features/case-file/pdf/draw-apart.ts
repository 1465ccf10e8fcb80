import { spawn } from 'node:child_process';
import { dirname, sep } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createAttemptQueue } from '../../../platform/auth/attempt-queue.ts';
import type { DocumentPart } from '../document.ts';

const folder = dirname(fileURLToPath(import.meta.url));
/** The packages that it draws with, wherever they are installed. */
const packages = `${sep}node_modules${sep}`;
const pdfkit = fileURLToPath(import.meta.resolve('pdfkit'));
const installed = pdfkit.slice(0, pdfkit.lastIndexOf(packages) + packages.length);

/** No file but its own code, its fonts and the packages; no other process, no thread, no environment; and so much memory (MB). */
export const sealed: readonly string[] = ['--permission', `--allow-fs-read=${folder}${sep}*`, `--allow-fs-read=${installed}*`, '--max-old-space-size=192', '--no-warnings'];

/** ms after which one that is not through is ended */
const patience = 180_000;
/** A long case file takes a processor for seconds: few at a time, so that the desk stays quick. */
const inTurn = createAttemptQueue({ atOnce: 2, waitingAtMost: 20 });

/** The document as a PDF. What fails on the way breaks the stream off, so that nobody takes a part for the whole. */
export function drawPdf(parts: AsyncIterable<DocumentPart>): Readable {
  const out = new PassThrough();
  inTurn(() => drawInto(out, parts)).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error('no PDF')));
  return out;
}

async function drawInto(out: PassThrough, parts: AsyncIterable<DocumentPart>): Promise<void> {
  // Whoever asked may have left while others had their turn.
  if (out.destroyed) return;
  const child = spawn(process.execPath, [...sealed, `${folder}${sep}render.ts`], { cwd: folder, env: {}, stdio: ['pipe', 'pipe', 'pipe'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  out.once('close', () => child.kill('SIGKILL'));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => resolve(null)));
  try {
    await Promise.all([
      pipeline(Readable.from(inLines(parts)), child.stdin).catch((error: unknown) => {
        child.kill('SIGKILL');
        throw error;
      }),
      pipeline(child.stdout, out, { end: false }),
    ]);
    const code = await ended;
    if (code !== 0) throw new Error(`a case file was not drawn (${code}): ${complaint}`);
    out.end();
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

async function* inLines(parts: AsyncIterable<DocumentPart>): AsyncGenerator<string> {
  for await (const part of parts) yield `${JSON.stringify(part)}\n`;
}
