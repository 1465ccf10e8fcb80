import type { Rolldown } from 'vite';

/** What the inbox draws at once, besides the entry; see first-view-budget.ts. */
const roots = /\/web\/src\/(main|features\/tickets\/inbox-screen)\.tsx$/;
const icon = /\/lucide-react\/dist\/esm\/icons\/([a-z0-9-]+)\.m?js$/;
const imported = /import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g;
const exported = /export\s*\{([^}]*)\}\s*from\s*["']\.\/icons\/([a-z0-9-]+)\.m?js["']/g;

type Graph = { getModuleInfo(id: string): { code: string | null; importers: readonly string[] } | null };

/**
 * Icons come in two files, those of the first view and the rest: each in its own costs a request and some 150 bytes, and its name
 * stands in the entry for every part that it may have to be fetched with.
 */
export function groupedIcons(): NonNullable<Rolldown.OutputOptions['codeSplitting']> {
  let early: Set<string> | null = null;
  return { includeDependenciesRecursively: false, groups: [{ test: icon, name: (id, graph) => ((early ??= earlyIcons(graph as Graph, id)).has(icon.exec(id)?.[1] ?? '') ? 'first-icons' : 'icons') }] };
}

/** Those that a module of the first view names, as their files are called. */
function earlyIcons(graph: Graph, anIcon: string): Set<string> {
  const known = new Map<string, boolean>();
  const isEarly = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // While it is being found out, a circle says nothing.
    known.set(id, false);
    const found = roots.test(id) || (graph.getModuleInfo(id)?.importers ?? []).some(isEarly);
    known.set(id, found);
    return found;
  };
  const barrels = graph.getModuleInfo(anIcon)?.importers ?? [];
  const files = new Map(barrels.flatMap((barrel) => [...(graph.getModuleInfo(barrel)?.code ?? '').matchAll(exported)].flatMap(([, names, file]) => namesOf(names).map((name) => [name, file] as const))));
  const users = barrels.flatMap((barrel) => graph.getModuleInfo(barrel)?.importers ?? []).filter(isEarly);
  return new Set(users.flatMap((id) => [...(graph.getModuleInfo(id)?.code ?? '').matchAll(imported)].flatMap(([, names]) => namesOf(names).map((name) => files.get(name) ?? name))));
}

/** Of a list of imports or exports the names outside of this module: `default as A` is A, `A as B` of an import is A. */
function namesOf(list = ''): string[] {
  return list.split(',').flatMap((each) => each.trim().split(/\s+as\s+/)).filter((name) => name !== '' && name !== 'default' && !name.startsWith('type '));
}
