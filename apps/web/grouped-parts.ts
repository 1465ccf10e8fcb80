import { build, type Plugin, type Rolldown } from 'vite';

export type Group = {
  name: string;
  /** Where its parts begin, from `src`: the entry, or what a dynamic import loads. */
  roots: string[];
};

const icon = /\/lucide-react\/dist\/esm\/icons\//;

/**
 * Fetches together what is needed together. Without it each module that two parts share is a file of its own: more than three
 * hundred, of which a page load asked for two hundred, and whose names stand in the entry.
 *
 * The parts of `first` come with every page, in this order: each takes what its roots import, directly or through others, and no
 * group before it took. What the parts of `later` share with other pages is `common`, so that those need not fetch the rest.
 *
 * What a part needs is known only when the program has been bundled, because much of what is imported is not used: so it is
 * bundled once before, with `plugins` and without being written.
 */
export function groupedParts({ first, later, plugins }: { first: Group[]; later: Group[]; plugins: () => Plugin[] }): Plugin {
  return {
    name: 'grouped-parts',
    apply: 'build',
    async config({ root = process.cwd(), build: { target } = {} }) {
      const bundled = await build({ root, configFile: false, logLevel: 'silent', plugins: plugins(), build: { target, write: false, minify: false, cssMinify: false } });
      const bundle = new Bundle([bundled].flat().flatMap((output) => ('output' in output ? output.output : [])));
      const parts = partOfEach(bundle, first, later);
      return { build: { rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'parts', name: (id) => parts.get(id) ?? (icon.test(id) ? 'icons' : null) }] } } } } };
    },
  };
}

class Bundle {
  readonly #chunks: Map<string, Rolldown.OutputChunk>;

  constructor(outputs: (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) {
    this.#chunks = new Map(outputs.flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])));
  }

  /** Where parts begin: the entry, and what a dynamic import loads. */
  get beginnings(): Rolldown.OutputChunk[] {
    return [...this.#chunks.values()].filter(({ isEntry, isDynamicEntry }) => isEntry || isDynamicEntry);
  }

  beginning(path: string): Rolldown.OutputChunk {
    const chunk = this.beginnings.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/${path}`)));
    if (!chunk) throw new Error(`No part begins with ${path} any more: bring the groups in apps/web/vite.config.ts up to date`);
    return chunk;
  }

  /** Whether a part begins with this module: it stays a file of its own, or there would be none to ask for. */
  begins(id: string): boolean {
    return id.endsWith('/src/main.tsx') || this.beginnings.some(({ facadeModuleId }) => facadeModuleId === id);
  }

  /** The modules that are there when these have been fetched. */
  neededBy(beginnings: Rolldown.OutputChunk[]): Set<string> {
    const needed = new Set(beginnings);
    for (const chunk of needed) for (const file of chunk.imports) needed.add(this.#chunks.get(file)!);
    return new Set([...needed].flatMap(({ moduleIds }) => moduleIds));
  }
}

/** The group of each module that is in one, by its id. */
function partOfEach(bundle: Bundle, first: Group[], later: Group[]): Map<string, string> {
  const beginningsOf = (groups: Group[]) => groups.flatMap(({ roots }) => roots.map((path) => bundle.beginning(path)));
  const grouped = new Set(beginningsOf([...first, ...later]));
  const elsewhere = bundle.neededBy(bundle.beginnings.filter((beginning) => !grouped.has(beginning)));
  const parts = new Map<string, string>();
  for (const group of [...first, ...later])
    for (const id of bundle.neededBy(beginningsOf([group]))) if (!parts.has(id) && !bundle.begins(id)) parts.set(id, later.includes(group) && elsewhere.has(id) ? 'common' : group.name);
  return parts;
}
