import { promises as dns } from 'node:dns';
import { monotonicNow } from '../clock/clock.ts';
import type { DnsResolver } from './reading/authenticate.ts';

/** After so many questions in a row without any answer, the network has no DNS: do not make every mail wait. */
const patience = 6;
const silenceMs = 15_000;
/** Names whose answers are kept at once. */
const mostKept = 2_000;
const noAnswer = new Set(['ETIMEOUT', 'ECONNREFUSED', 'ECANCELLED']);

/**
 * The system's DNS (or these `ip:port`) with short time-outs (milliseconds per question), for SPF, DKIM and DMARC. With `keepMs` an
 * answer, also that there is none, holds for so long, and the same question is asked once at a time: the mails of a mailbox
 * come from few domains.
 */
export function createMailDns({ timeout = 900, tries = 2, servers = [] as string[], keepMs = 0 } = {}): DnsResolver {
  const resolver = new dns.Resolver({ timeout, tries });
  if (servers.length > 0) resolver.setServers(servers);
  let unanswered = 0;
  let silentUntil = 0;
  const ask: DnsResolver = async (name, rrtype) => {
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
  return keepMs > 0 ? keeping(ask, keepMs) : ask;
}

function keeping(ask: DnsResolver, keepMs: number): DnsResolver {
  const kept = new Map<string, { answer: Promise<unknown>; until: number }>();
  return async (name, rrtype) => {
    const question = `${rrtype} ${name.toLowerCase()}`;
    const known = kept.get(question);
    // Whoever reads the records may take them apart.
    if (known && monotonicNow() < known.until) return structuredClone(await known.answer);
    const answer = ask(name, rrtype);
    kept.delete(question);
    kept.set(question, { answer, until: monotonicNow() + keepMs });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    // Nothing was said: the next one asks anew.
    answer.catch((error: NodeJS.ErrnoException) => noAnswer.has(error.code ?? '') && kept.get(question)?.answer === answer && kept.delete(question));
    return structuredClone(await answer);
  };
}
