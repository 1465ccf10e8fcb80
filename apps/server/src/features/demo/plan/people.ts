import { emailOf, firm, type BrandKey } from '../cast.ts';
import { languageTexts } from '../texts/languages.ts';
import { spam } from '../texts/notes.ts';
import type { DemoLanguage } from '../texts/texts.types.ts';
import type { PlannedCustomer } from './plan.types.ts';

const trades: BrandKey[] = ['skarnet', 'lumenhus', 'sundbank'];
const colleaguesFrom = 10;

/** Of each language nine or ten customers of one or two of the firms, and two colleagues; and who sends spam. Sixty in all. */
export function planCustomers(): PlannedCustomer[] {
  const people = (Object.keys(languageTexts) as DemoLanguage[]).flatMap((language) =>
    languageTexts[language].people.flatMap((name, index) => (index === 9 && language !== 'en' ? [] : [planCustomer(language, name, index)])),
  );
  const senders = spam.map(({ from, address }): PlannedCustomer => ({ name: from, language: 'en', street: '', kind: 'external', organization: null, brands: ['skarnet'], addresses: [{ kind: 'email', address }], sendsSpam: true }));
  return [...people, ...senders];
}

function planCustomer(language: DemoLanguage, name: string, index: number): PlannedCustomer {
  const texts = languageTexts[language];
  const street = texts.streets[index % texts.streets.length]!; // never empty
  if (index >= colleaguesFrom) {
    return { name, language, street, kind: 'employee', organization: firm.name, brands: ['nordlys'], addresses: [{ kind: 'email', address: emailOf(name, firm.domain) }] };
  }
  const organization = texts.organizations.find(({ members }) => members.includes(index));
  const own = emailOf(name, texts.mailDomains[index % texts.mailDomains.length]!); // never empty
  const addresses: PlannedCustomer['addresses'] = [{ kind: 'email', address: organization ? emailOf(name, organization.domain) : own }];
  if (organization || index % 4 === 0) addresses.push({ kind: 'email', address: organization ? own : emailOf(`${name.split(' ')[0]} privat`, texts.mailDomains[1]!) }); // two domains each
  if (index % 3 !== 1) addresses.push({ kind: 'phone', address: `${texts.phone}${String(17 * index + 11).padStart(3, '0')}` });
  const brands = index % 2 === 0 ? [trades[index % 3]!, trades[(index + 1) % 3]!] : [trades[index % 3]!]; // three trades
  return { name, language, street, kind: 'external', organization: organization?.name ?? null, brands, addresses };
}
