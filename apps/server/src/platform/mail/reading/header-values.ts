/** Dates and message ids as headers carry them. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours east of UTC (RFC 5322 §4.3, and the names that senders add to it). */
const zones: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  bst: 1,
  eet: 2,
  eest: 3,
  wet: 0,
  west: 1,
  msk: 3,
  jst: 9,
  ist: 5.5,
  aest: 10,
  aedt: 11,
};

function zoneMinutes(zone: string | undefined): number {
  if (!zone) return 0;
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
    return minutes > 14 * 60 + 59 ? 0 : numeric[1] === '-' ? -minutes : minutes;
  }
  return (zones[zone.toLowerCase()] ?? 0) * 60;
}

/** RFC 5322 dates, their older forms, and ISO 8601; null for what names no moment. */
export function parseMailDate(raw: string | null): Date | null {
  if (!raw) return null;
  const text = raw.slice(0, 200);
  const rfc =
    /(\d{1,2})[ \t-]+([A-Za-z]{3,9})\.?[ \t-]+(\d{2,4})[, \t]+(?:at )?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d{1,6})?[ \t]*(am|pm)?[ \t]*([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?/i.exec(
      text,
    );
  const ctime = /([A-Za-z]{3,9})[ \t]+(\d{1,2}),?[ \t]+(\d{1,2}):(\d{2})(?::(\d{2}))?[ \t]+([+-]\d{4}|[A-Za-z]{1,5})?[ \t]*(\d{4})/.exec(text);
  const iso = /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?[ \t]*(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (rfc) {
    let hour = Number(rfc[4]);
    if (rfc[7]) hour = (hour % 12) + (rfc[7].toLowerCase() === 'pm' ? 12 : 0);
    return moment(fullYear(rfc[3]!), monthOf(rfc[2]!), Number(rfc[1]), hour, Number(rfc[5]), Number(rfc[6] ?? 0), rfc[8]);
  }
  if (ctime) return moment(Number(ctime[7]), monthOf(ctime[1]!), Number(ctime[2]), Number(ctime[3]), Number(ctime[4]), Number(ctime[5] ?? 0), ctime[6]);
  if (iso) return moment(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]), Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0), iso[7]);
  return null;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length >= 4) return year;
  return text.length === 3 ? year + 1900 : year + (year < 50 ? 2000 : 1900);
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase());
}

function moment(year: number, month: number, day: number, hour: number, minute: number, second: number, zone: string | undefined): Date | null {
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 || year < 1970 || year > 2200) return null;
  return new Date(Date.UTC(year, month, day, hour, minute, second) - zoneMinutes(zone) * 60_000);
}

/** Message ids in angle brackets, in their order, each once; folding blanks inside one are dropped. A bare single token is accepted. */
export function parseMessageIds(raws: string[], max = 100): string[] {
  const ids: string[] = [];
  for (const raw of raws) {
    let at = raw.indexOf('<');
    if (at < 0) {
      const token = raw.trim();
      if (/^[^\s<>"(),;]{1,400}@[^\s<>"(),;]{1,400}$/.test(token)) ids.push(`<${token}>`);
      continue;
    }
    while (at >= 0) {
      const close = raw.indexOf('>', at);
      if (close < 0) break;
      const open = raw.lastIndexOf('<', close);
      const id = raw.slice(open + 1, close).replace(/\s+/g, '');
      if (id.length > 0 && id.length <= 990) ids.push(`<${id}>`);
      at = raw.indexOf('<', close);
    }
  }
  const unique = [...new Set(ids)];
  // The first names the thread, the last the message that was answered.
  return unique.length <= max ? unique : [unique[0]!, ...unique.slice(1 - max)];
}
