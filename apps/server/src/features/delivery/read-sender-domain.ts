import type { DnsResolver } from '../../platform/mail/reading/authenticate.ts';
import { readTexts } from '../../platform/mail/read-texts.ts';
import { judgeDkim, judgeDmarc, judgeSpf, usualSelectors, type OwnKey, type SenderCheck } from './sender-domain.rules.ts';

/**
 * The domain's SPF, DKIM and DMARC records, judged.
 * @param server the host that its mail is handed to, if there is one
 * @param own the key that we sign with, if we do
 */
export async function readSenderDomain(dns: DnsResolver, domain: string, server: string | null, own: OwnKey | null): Promise<SenderCheck[]> {
  const [spf, dmarc, keys] = await Promise.all([
    readTexts(dns, domain),
    readTexts(dns, `_dmarc.${domain}`),
    Promise.all(usualSelectors.map(async (selector) => ({ name: `${selector}._domainkey.${domain}`, records: await readTexts(dns, `${selector}._domainkey.${domain}`) }))),
  ]);
  const there = keys.flatMap(({ name, records }) => (records ?? []).filter((record) => /(^|;)\s*p\s*=\s*[A-Za-z0-9+/]/.test(record)).map((record) => ({ name, record })));
  return [judgeSpf(domain, spf, server), judgeDkim(domain, there, keys.every(({ records }) => records !== null), own), judgeDmarc(domain, dmarc)];
}
