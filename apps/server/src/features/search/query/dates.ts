const day = 86_400_000;

/** The moment at which `2026`, `2026-11`, `2026-11-05`, `today`, `yesterday` or `7d`, `2w`, `3m`, `1y` ago begins, in UTC. */
export function readDate(text: string, now: Date): Date | null {
  const value = text.toLowerCase();
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  if (value === 'today') return new Date(today);
  if (value === 'yesterday') return new Date(today - day);
  const ago = /^(\d{1,4})([dwmy])$/.exec(value);
  if (ago) {
    const count = Number(ago[1]);
    if (ago[2] === 'd' || ago[2] === 'w') return new Date(today - count * day * (ago[2] === 'w' ? 7 : 1));
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count * (ago[2] === 'y' ? 12 : 1), now.getUTCDate()));
  }
  const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (!date) return null;
  const [year, month, dayOfMonth] = [Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1)];
  const moment = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real = year >= 1900 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === dayOfMonth;
  return real ? moment : null;
}

const earliest = Date.UTC(1970, 0, 1);

/** The `year:` and `month:` facets that lie, wholly or in part, between two moments: what the index can narrow a search by. */
export function monthFacets(after: Date | null, before: Date | null, now: Date): string[] {
  const start = new Date(Math.max(after?.getTime() ?? earliest, earliest));
  const end = new Date(Math.min((before?.getTime() ?? Infinity) - 1, Date.UTC(now.getUTCFullYear() + 2, 0, 1) - 1));
  const facets: string[] = [];
  let year = start.getUTCFullYear();
  let month = start.getUTCMonth();
  while (Date.UTC(year, month) <= end.getTime()) {
    if (month === 0 && Date.UTC(year + 1, 0) <= end.getTime() + 1) {
      facets.push(`year:${year}`);
      year += 1;
    } else {
      facets.push(monthFacet(new Date(Date.UTC(year, month))));
      month += 1;
      if (month === 12) [year, month] = [year + 1, 0];
    }
  }
  return facets;
}

export function monthFacet(moment: Date): string {
  return `month:${moment.toISOString().slice(0, 7)}`;
}
