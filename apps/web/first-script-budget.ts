import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Fails the build when what a browser must fetch and run before it shows anything (the entry and all that it imports
 * statically) grows beyond `limit` bytes, compressed.
 */
export function firstScriptBudget(limit: number): Plugin {
  return {
    name: 'first-script-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const sizes = new Map<string, number>();
      const visit = (fileName: string) => {
        const chunk = bundle[fileName];
        if (chunk?.type !== 'chunk' || sizes.has(fileName)) return;
        sizes.set(fileName, gzipSync(chunk.code).length);
        chunk.imports.forEach(visit);
      };
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) visit(chunk.fileName);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      if (total > limit) this.error(`The first script is ${total} bytes compressed, ${total - limit} more than allowed: ${[...sizes].map(([name, size]) => `${name} ${size}`).join(', ')}`);
    },
  };
}
