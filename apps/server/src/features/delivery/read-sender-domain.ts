import type { DnsResolver } from '../../platform/mail/reading/authenticate.ts';
import { judgeDkim, judgeDmarc, judgeSpf, usualSelectors, type SenderCheck } from './sender-domain.rules.ts';

/** The domain's SPF, DKIM and DMARC records, judged. @param server the host that its mail is handed to, if there is one */
export async function readSenderDomain(dns: DnsResolver, domain: string, server: string | null): Promise<SenderCheck[]> {
  const [spf, dmarc, keys] = await Promise.all([
    readTexts(dns, domain),
    readTexts(dns, `_dmarc.${domain}`),
    Promise.all(usualSelectors.map(async (selector) => ({ name: `${selector}._domainkey.${domain}`, records: await readTexts(dns, `${selector}._domainkey.${domain}`) }))),
  ]);
  const there = keys.flatMap(({ name, records }) => (records ?? []).filter((record) => /(^|;)\s*p\s*=\s*[A-Za-z0-9+/]/.test(record)).map((record) => ({ name, record })));
  return [judgeSpf(domain, spf, server), judgeDkim(domain, there, keys.every(({ records }) => records !== null)), judgeDmarc(domain, dmarc)];
}

/** The texts at a name, at most ten of a sane length; null when DNS does not answer. */
async function readTexts(dns: DnsResolver, name: string): Promise<string[] | null> {
  try {
    const records = (await dns(name, 'TXT')) as string[][]; // node:dns answers TXT so
    return records.slice(0, 10).map((parts) => parts.join('').toWellFormed().slice(0, 2000));
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;
  }
}
