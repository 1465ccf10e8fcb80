import type { DnsResolver } from './reading/authenticate.ts';

/** The TXT records at a name, at most ten of a sane length; null when DNS does not answer. */
export async function readTexts(dns: DnsResolver, name: string): Promise<string[] | null> {
  try {
    const records = (await dns(name, 'TXT')) as string[][]; // node:dns answers TXT so
    return records.slice(0, 10).map((parts) => parts.join('').toWellFormed().slice(0, 2000));
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;
  }
}
