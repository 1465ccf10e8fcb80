import { promises as dns } from 'node:dns';
import { monotonicNow } from '../clock/clock.ts';
import type { DnsResolver } from './reading/authenticate.ts';

/** After so many questions in a row without any answer, the network has no DNS: do not make every mail wait. */
const patience = 6;
const silenceMs = 15_000;
const noAnswer = new Set(['ETIMEOUT', 'ECONNREFUSED', 'ECANCELLED']);

/** The system's DNS (or these `ip:port`) with short time-outs (milliseconds per question), for SPF, DKIM and DMARC. */
export function createMailDns({ timeout = 900, tries = 2, servers = [] as string[] } = {}): DnsResolver {
  const resolver = new dns.Resolver({ timeout, tries });
  if (servers.length > 0) resolver.setServers(servers);
  let unanswered = 0;
  let silentUntil = 0;
  return async (name, rrtype) => {
    if (unanswered >= patience && monotonicNow() < silentUntil) throw Object.assign(new Error('no DNS here'), { code: 'ETIMEOUT' });
    try {
      const records = await resolver.resolve(name, rrtype as 'TXT');
      unanswered = 0;
      return records;
    } catch (error) {
      if (!noAnswer.has((error as NodeJS.ErrnoException).code ?? '')) unanswered = 0;
      else if (++unanswered >= patience) silentUntil = monotonicNow() + silenceMs;
      throw error;
    }
  };
}
