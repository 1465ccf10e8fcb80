/** Keys that no source names: neither whole in quotes, nor by the fixed beginning of a template such as `tickets.status.${…}`. */
export function findUnusedKeys(keys: readonly string[], sources: readonly string[]): string[] {
  const named = new Set<string>();
  const beginnings = new Set<string>();
  for (const source of sources) {
    for (const [, key] of source.matchAll(/['"`]([a-z-]+\.[\w.]+)['"`]/g)) if (key) named.add(key);
    for (const [, beginning] of source.matchAll(/`([a-z-]+\.[\w.]*)\$\{/g)) if (beginning) beginnings.add(beginning);
  }
  return keys.filter((key) => !named.has(key) && ![...beginnings].some((beginning) => key.startsWith(beginning)));
}
