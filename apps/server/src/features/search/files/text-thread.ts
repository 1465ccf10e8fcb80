import { parentPort, workerData } from 'node:worker_threads';
import { readFileText, type TextKind } from './file-text.ts';

/** One file's text, read in a thread of its own (read-apart.ts), so that what a stranger sends can stop nothing else. */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: TextKind }; // given by read-apart.ts
parentPort?.postMessage(await readFileText(bytes, kind));
