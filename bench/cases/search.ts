import type { BenchDesk } from '../desk.ts';
import { inTurn, shown, type Result } from '../measure.ts';
import { nearbyKeys } from '../../apps/server/src/features/search/analysis/nearby.ts';
import { searchRaw, type RawSearch } from '../raw-search.ts';

type Question = { what: string; typed: string; /** Its last word is being typed. */ open?: boolean } & RawSearch;

const inbox = "('folder:inbox')";
const questions: Question[] = [
  { what: 'search: a word of a tenth of all', typed: 'invoice', condition: `('invoice'|'invoic')&${inbox}`, rank: "'invoice'|'invoic'", beside: "'invoice'|'invoic'", nearby: null },
  { what: 'search: a word half typed', typed: 'invo', open: true, condition: `('invo':*)&${inbox}`, rank: "'invo':*", beside: "'invo':*", nearby: null },
  { what: 'search: two words', typed: 'second invoice', condition: `('second')&('invoice'|'invoic')&${inbox}`, rank: "'second'|'invoice'|'invoic'", beside: "'second'&('invoice'|'invoic')", nearby: null },
  { what: 'search: a phrase', typed: '"the second invoice"', condition: `('second'<->'invoice')&${inbox}`, rank: "'second'|'invoice'", beside: "'second'<->'invoice'", nearby: null },
  { what: 'search: word and filters', typed: 'invoice status:open assignee:none', condition: `('invoice'|'invoic')&('status:open')&('assignee:none')&${inbox}`, rank: "'invoice'|'invoic'", beside: null, nearby: null },
  { what: 'search: a word that nothing has', typed: 'zzyzx', condition: `('zzyzx')&${inbox}`, rank: "'zzyzx'", beside: "'zzyzx'", nearby: nearbyKeys('zzyzx').map((key) => `'${key}'`).join('|') },
];

/** As the screen asks for them: 50 hits with pieces of text, and the people beside. The last: who sees 3 of 10 brands. */
export async function searchWords(desk: BenchDesk): Promise<Result[]> {
  const results: Result[] = [];
  for (const question of [...questions, { ...questions[0]!, what: 'the word, who sees 3 of 10 brands', agent: 1 }]) results.push(await measure(desk, question)); // there are some
  return results;
}

async function measure(desk: BenchDesk, { what, typed, open = false, condition, agent = 0, ...asked }: Question & { agent?: number }): Promise<Result> {
  const { workspaceId, brandIds } = desk.generated;
  const path = `/api/v1/search?limit=50&typing=${open}&q=${encodeURIComponent(typed)}`;
  const own = agent === 0 ? condition : `${condition}&(${brandIds.slice(0, 3).map((id) => `'brand:${id}'`).join('|')})`;
  const raw = () => searchRaw(desk.raw, workspaceId, { ...asked, condition: own });
  const product = async () => (JSON.parse(await desk.ask('GET', path, undefined, agent)) as { tickets: unknown[] }).tickets.length;
  const found = [await product(), await raw()];
  if (found[0] !== found[1]) throw new Error(`${what}: ${found.join(' and ')} tickets`);
  const taken = await inTurn(100, product, raw);
  const times = taken.product.p99 / taken.raw.p99;
  return {
    what: `${what} (${found[0]})`, tickets: desk.tickets, product: shown(taken.product), raw: shown(taken.raw), ratio: `p50 ${(taken.product.p50 / taken.raw.p50).toFixed(1)} ×, p99 ${times.toFixed(1)} ×`,
    budget: 'p99 ≤ 300 ms, ≤ 2 × raw', holds: taken.product.p99 <= 300 && times <= 2, figures: taken,
  };
}
