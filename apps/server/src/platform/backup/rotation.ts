export type KeptBackup = { name: string; madeAt: Date; reason: string };

/** Somebody who makes one by hand wants it to be there tomorrow. */
const newest = 3;

export type Keep = { daily: number; weekly: number };

/**
 * Which backups may go: all but the newest of each of the last `daily` days and `weekly` weeks (UTC, Monday first) that
 * have one, the newest three at all, and the newest that an upgrade made.
 */
export function findSuperfluous(backups: readonly KeptBackup[], { daily, weekly }: Keep): string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const kept = new Set<string>();
  const keepNewestOf = (most: number, periodOf: (at: Date) => number) => {
    const seen = new Set<number>();
    for (const { name, madeAt } of newestFirst) {
      const period = periodOf(madeAt);
      if (seen.has(period)) continue;
      if (seen.size >= most) break;
      seen.add(period);
      kept.add(name);
    }
  };
  keepNewestOf(daily, dayOf);
  keepNewestOf(weekly, (at) => Math.floor((dayOf(at) + 3) / 7)); // 1 January 1970 was a Thursday
  for (const each of [...newestFirst.slice(0, newest), newestFirst.find(({ reason }) => reason === 'upgrade')]) if (each) kept.add(each.name);
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

const dayOf = (at: Date) => Math.floor(at.getTime() / 86_400_000);
