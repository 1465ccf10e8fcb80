import { rest } from '@ombud/i18n/catalogs/en.rest.ts';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What the inbox draws at once, besides the entry: each is a module that is loaded by a dynamic import. */
const parts = ['features/tickets/inbox-screen.tsx'];
const catalogue = /\/catalogs\/\w+\.first\.ts$/;
/** Keys of texts that come later: `area.key`. */
const laterTexts = Object.entries(rest).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`));

/**
 * Fails the build when what somebody who is signed in fetches until the list of the inbox can be used grows beyond
 * `limits.bytes`, compressed, or `limits.files`: the entry, the parts of the first view, the largest catalogue, and all that
 * these import statically. What opens later (a ticket, a dialog, the command bar) does not count. It fails too when the first
 * view names a text that is fetched later.
 */
export function firstViewBudget(limits: { bytes: number; files: number }): Plugin {
  return {
    name: 'first-view-budget',
    apply: 'build',
    enforce: 'post',
    // Last of all: Vite writes into each chunk what is to be fetched with it.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const bytes = new Map(chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code, { level: 9 }).length]));
        const size = ({ fileName }: Rolldown.OutputChunk) => bytes.get(fileName) ?? 0;
        const [largest] = chunks.filter(({ facadeModuleId }) => facadeModuleId && catalogue.test(facadeModuleId)).sort((one, other) => size(other) - size(one));
        const roots = [chunks.find(({ isEntry }) => isEntry), ...parts.map((part) => chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(part)))), largest];
        const needed = new Set<string>();
        const visit = (fileName: string) => {
          if (needed.has(fileName)) return;
          needed.add(fileName);
          chunks.find((chunk) => chunk.fileName === fileName)?.imports.forEach(visit);
        };
        for (const root of roots) {
          if (!root) return this.error(`A part of the first view is no chunk of its own any more: bring apps/web/first-view-budget.ts up to date (${parts.join(', ')}, catalogues)`);
          visit(root.fileName);
        }
        const total = [...needed].reduce((sum, file) => sum + (bytes.get(file) ?? 0), 0);
        if (total > limits.bytes || needed.size > limits.files) this.error(`The inbox's first view is ${total} bytes compressed in ${needed.size} files, of at most ${limits.bytes} in ${limits.files}: ${[...needed].map((file) => `${file} ${bytes.get(file)}`).join(', ')}`);
        const early = [...needed].filter((file) => file !== largest?.fileName).flatMap((file) => quoted(chunks.find(({ fileName }) => fileName === file)?.code ?? ''));
        const unready = laterTexts.filter((key) => early.includes(key));
        if (unready.length > 0) this.error(`The inbox's first view names texts that come later: move them to an area of catalogs/*.first.ts (${unready.join(', ')})`);
        this.info(`The inbox's first view: ${(total / 1000).toFixed(1)} kB compressed of ${limits.bytes / 1000} kB, ${needed.size} files`);
      },
    },
  };
}

function quoted(code: string): string[] {
  return [...code.matchAll(/["'`]([a-z]+\.[\w.]+)["'`]/gi)].map(([, text]) => text ?? '');
}
