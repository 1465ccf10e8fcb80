import { agents, brands, courses, products, teams, trades, type BrandKey, type TeamKey } from '../cast.ts';
import { languageTexts } from '../texts/languages.ts';
import { situationKeys, type DemoLanguage, type SituationKey } from '../texts/texts.types.ts';
import { awake, day, hour, isAtWork } from './moments.ts';
import { tellBounce, tellLongThread, tellSpam } from './odd-cases.ts';
import type { PlannedCustomer, PlannedTicket } from './plan.types.ts';
import { tellCase, type Scene } from './plots.ts';
import type { Random } from './random.ts';
import { createStory } from './story.ts';
import { createFacts, customerOpens, fill, type OpeningIndex } from './wording.ts';

export const ticketCount = 400;
export const firstNumber = 1001;
const spamEvery = 97;
const languages: { language: DemoLanguage; weight: number }[] = [
  { language: 'en', weight: 24 }, { language: 'sv', weight: 24 }, { language: 'es', weight: 18 }, { language: 'da', weight: 17 }, { language: 'pl', weight: 17 },
];

type Told = { openings: Set<string>; tickets: PlannedTicket[] };

/** The tickets of the last 60 days, oldest first; the newest came minutes ago. */
export function planTickets(random: Random, customers: PlannedCustomer[], now: Date): PlannedTicket[] {
  const told: Told = { openings: new Set(), tickets: [] };
  for (const [index, start] of arrivals(random, now).entries()) {
    const number = firstNumber + index;
    told.tickets.push(planTicket(random, customers, told, { number, index, start, now }));
  }
  return told.tickets;
}

/** Most over the 60 days, some of the last two, and twenty within three hours. */
function arrivals(random: Random, now: Date): Date[] {
  const past = Array.from({ length: ticketCount - 95 }, () => daytime(random, new Date(now.getTime() - (2 + random.next() * 57.5) * day)));
  const recent = Array.from({ length: 75 }, () => awake(new Date(now.getTime() - (3 + random.next() * 52) * hour), random)).map((at) => (at > now ? new Date(now.getTime() - random.between(190, 900) * 60_000) : at));
  const fresh = Array.from({ length: 20 }, (_, index) => new Date(now.getTime() - (2 + index * 8 + random.between(0, 7)) * 60_000));
  return [...past, ...recent, ...fresh].sort((a, b) => a.getTime() - b.getTime());
}

function daytime(random: Random, at: Date): Date {
  for (let turn = 0; turn < 3 && !isAtWork(at) && random.chance(0.8); turn += 1) at = new Date(at.getTime() - random.between(5, 11) * hour);
  return awake(at, random);
}

type Place = { number: number; index: number; start: Date; now: Date };

function planTicket(random: Random, customers: PlannedCustomer[], told: Told, place: Place): PlannedTicket {
  const { number, index, start, now } = place;
  if (index === 6) return tellLongThread(random, customers, { number, start, now });
  if (index % spamEvery === spamEvery - 1) return tellSpam(random, customers, { number, start, now, which: Math.floor(index / spamEvery) });
  const { language } = random.weighted(languages, ({ weight }) => weight);
  const situation = random.weighted(situationKeys, (key) => trades[key].weight);
  const brand = trades[situation].brand;
  const requester = random.pick(customers.flatMap((customer, at) => (customer.language === language && !customer.sendsSpam && customer.brands.includes(brand) ? [at] : [])));
  const customer = customers[requester]!; // picked among them
  const texts = languageTexts[language];
  const { name: brandName } = brands.find(({ key }) => key === brand)!; // every trade has its brand
  const facts = createFacts(random, texts, { language, start, name: customer.name, brand: brandName, street: customer.street, product: random.pick(products) });
  const first = unheard(told, () => customerOpens(random, texts, texts.situations[situation], facts));
  const emails = customer.addresses.filter(({ kind }) => kind === 'email');
  const story = createStory(
    {
      number,
      subject: fill(texts.situations[situation].subjects[random.pick(courses[situation].subjects[first.opening])]!, facts), // three of each
      kind: trades[situation].kind,
      channel: random.weighted(['email', 'form', 'chat'] as const, (channel) => ({ email: 84, form: 12, chat: 4 })[channel]),
      language,
      brand,
      inbox: trades[situation].inbox,
      team: teamFor(random, brand, language),
      requester,
      address: random.chance(0.8) ? emails[0]!.address : random.pick(emails).address, // everybody has one
      about: { situation, product: facts.product },
    },
    texts,
    { customerName: customer.name, brandName },
    now,
  );
  const pictured = trades[situation].attaches === 'customer' && first.opening === 1;
  story.customerWrites(start, first.text, { attachment: pictured ? random.pick(['photo-shade', 'photo-foot']) : null });
  const age = now.getTime() - start.getTime();
  const isFresh = age < 3 * hour;
  if ((isFresh && random.chance(0.45)) || (age < 2 * day && random.chance(0.2))) return story.ticket;
  const agent = agentFor(random, brand, language);
  const scene: Scene = { random, story, texts, situation, facts, agent, colleague: agentFor(random, brand, language, agent), start, course: courses[situation].course[first.opening] ?? (random.chance(0.5) ? 1 : 0), pace: isFresh ? 0.15 : age < 3 * day ? 0.7 : 1, sibling: findSibling(told.tickets, brand, situation) };
  if (index % 131 === 40) tellBounce(scene, emails[0]!.address); // everybody has one
  else tellCase(scene);
  if (index % 173 === 100) story.agentSorts(new Date((story.ticket.steps.at(-1)?.at.getTime() ?? 0) + hour), agent, { folder: 'trash' });
  return story.ticket;
}

/** No two cases begin with the same words. */
function unheard(told: Told, write: () => { text: string; opening: OpeningIndex }): { text: string; opening: OpeningIndex } {
  let written = write();
  for (let turn = 0; turn < 50 && told.openings.has(written.text); turn += 1) written = write();
  told.openings.add(written.text);
  return written;
}

function findSibling(tickets: PlannedTicket[], brand: BrandKey, situation: SituationKey): number | null {
  const tag = trades[situation].tags[0]!; // every trade has tags
  return tickets.findLast((ticket) => ticket.brand === brand && ticket.tags.includes(tag))?.number ?? null;
}

function teamFor(random: Random, brand: BrandKey, language: DemoLanguage): TeamKey {
  if (brand === 'nordlys') return 'nordlys';
  if (language === 'es') return 'spanish';
  if (language === 'pl') return 'polish';
  return language !== 'en' && random.chance(0.4) ? 'nordic' : brand;
}

const internal = teams.find(({ key }) => key === 'nordlys')!.members; // it is in the cast

function agentFor(random: Random, brand: BrandKey, language: DemoLanguage, other?: number): number {
  const able = agents.flatMap((agent, index) => {
    const sees = agent.brands === 'all' || agent.brands.includes(brand);
    const works = brand !== 'nordlys' || internal.includes(agent.name);
    return sees && works && agent.speaks.includes(language) && index !== other ? [index] : [];
  });
  // In internal IT some languages have one speaker only; a lead helps out.
  if (able.length === 0) return 2;
  return random.weighted(able, (index) => (agents[index]!.role === 'agent' ? 3 : 2)); // indexes of the cast
}
