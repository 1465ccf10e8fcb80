import { Worker } from 'node:worker_threads';
import type { TextKind } from './file-text.ts';

export type Limits = { milliseconds: number; memoryMb: number };
const usual: Limits = { milliseconds: 20_000, memoryMb: 256 };

/**
 * Reads a file's text in a thread of its own, which is ended when it takes too long or too much memory.
 * @throws Error when the file cannot be read within the limits
 */
export function readApart(bytes: Uint8Array, kind: TextKind, { milliseconds, memoryMb }: Limits = usual): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./text-thread.ts', import.meta.url), {
      workerData: { bytes, kind },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => end(() => reject(new Error(`the text of a ${kind} file took longer than ${milliseconds} ms`))), milliseconds);
    function end(tell: () => void): void {
      clearTimeout(timer);
      tell();
      void thread.terminate();
    }
    thread.once('message', (text: string) => end(() => resolve(text)));
    thread.once('error', (error) => end(() => reject(error instanceof Error ? error : new Error(String(error)))));
    thread.once('exit', (code) => end(() => reject(new Error(`the thread that reads a ${kind} file ended with ${code}`))));
  });
}
