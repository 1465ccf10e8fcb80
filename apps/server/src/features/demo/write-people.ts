import type { Tx } from '../../platform/db/db.ts';
import { agents } from './cast.ts';
import { insertRows, setWork, takeIds } from './demo.queries.ts';
import { day, hour } from './plan/moments.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';

type Work = { tier: 1 | 2 | 3; availability: 'online' | 'busy' | 'break' | 'away'; hours: number; home?: true; knows: Record<string, number>; most?: Record<string, number> };

const skills = [
  ['product', 'Broadband'], ['product', 'Smart lighting'], ['product', 'Cards and transfers'], ['technology', 'Wi-Fi'], ['technology', 'Laptops'], ['certificate', 'Fibre technician'],
] as const;
const languages = [['en', 'English'], ['sv', 'Swedish'], ['da', 'Danish'], ['es', 'Spanish'], ['pl', 'Polish']] as const;

/** What those take who work on tickets, and since how many hours they say that they are there. */
const work: Record<string, Work> = {
  'Ingrid Solheim': { tier: 3, availability: 'busy', hours: 1, knows: { Broadband: 5, 'Cards and transfers': 4 }, most: { email: 10 } },
  'Mateusz Kowalczyk': { tier: 3, availability: 'online', hours: 3, home: true, knows: { Laptops: 5, 'Wi-Fi': 4 } },
  'Karin Lindqvist': { tier: 2, availability: 'online', hours: 3, knows: { Broadband: 5, 'Fibre technician': 4, 'Smart lighting': 3 }, most: { email: 15, chat: 2 } },
  'Lucía Herrera': { tier: 2, availability: 'online', hours: 2, knows: { 'Smart lighting': 4, 'Cards and transfers': 3 } },
  'Emil Sørensen': { tier: 1, availability: 'online', hours: 4, home: true, knows: { 'Smart lighting': 4 }, most: { email: 20, chat: 3 } },
  'Astrid Nyberg': { tier: 1, availability: 'online', hours: 3, knows: { Broadband: 3, 'Wi-Fi': 3 }, most: { email: 20, chat: 3 } },
  'Diego Romero': { tier: 1, availability: 'break', hours: 0.4, knows: { 'Cards and transfers': 2 } },
  'Zofia Nowak': { tier: 1, availability: 'online', hours: 2, home: true, knows: { Broadband: 2, 'Smart lighting': 2 } },
  'Oliver Hughes': { tier: 2, availability: 'away', hours: 40, knows: { Broadband: 4, 'Cards and transfers': 4, 'Wi-Fi': 5 } },
  'Freja Madsen': { tier: 1, availability: 'online', hours: 1, knows: { 'Smart lighting': 3 } },
  'Samuel Osei': { tier: 1, availability: 'busy', hours: 0.7, knows: { 'Cards and transfers': 3, Laptops: 3 } },
};
/** As if a screen of theirs were open for so long: nobody signs in as all of them. */
const staysThere = 60 * day;

export async function writePeople(tx: Tx, ids: CastIds, now: Date): Promise<WrittenEvent[]> {
  const began = new Date(now.getTime() - 70 * day);
  const { workspaceId: workspace_id } = ids;
  const known = [...skills.map(([kind, name]) => ({ kind, name, language: null })), ...languages.map(([language, name]) => ({ kind: 'language', name, language }))];
  const skillIds = await takeIds(tx, 'skills', known.length);
  await insertRows(tx, 'skills', known.map((skill, index) => ({ workspace_id, id: skillIds[index], ...skill, created_at: began, updated_at: began })));
  const idOf = (which: (skill: (typeof known)[number]) => boolean) => skillIds[known.findIndex(which)];
  const people = Object.entries(work).map(([name, values]) => ({ ...values, id: ids.agents.find((agent) => agent.name === name)!.id, cast: agents.find((agent) => agent.name === name)! })); // all in the cast
  for (const { id, tier, availability, hours, home = false } of people) await setWork(tx, workspace_id, id, { tier, availability, since: new Date(now.getTime() - hours * hour), home, liveAt: new Date(now.getTime() + staysThere) });
  await insertRows(tx, 'agent_skills', people.flatMap(({ id, knows, cast }) => [
    ...Object.entries(knows).map(([name, level]) => ({ workspace_id, agent_id: id, skill_id: idOf((skill) => skill.name === name), level, expires_at: name === 'Fibre technician' ? new Date(now.getTime() + 200 * day) : null })),
    ...cast.speaks.map((code) => ({ workspace_id, agent_id: id, skill_id: idOf((skill) => skill.language === code), level: code === cast.language ? 5 : 3, expires_at: null })),
  ]));
  await insertRows(tx, 'agent_limits', people.flatMap(({ id, most = {} }) => Object.entries(most).map(([channel, count]) => ({ workspace_id, agent_id: id, channel, most: count }))));
  const [timeOff] = await takeIds(tx, 'agent_time_off', 1);
  const away = people.find(({ availability }) => availability === 'away')!; // one of the above
  await insertRows(tx, 'agent_time_off', [{ workspace_id, id: timeOff, agent_id: away.id, starts_at: new Date(now.getTime() - 2 * day), ends_at: new Date(now.getTime() + 5 * day), reason: 'Holiday', created_at: began }]);
  const event = (type: string, data: Record<string, unknown>): WrittenEvent => ({ at: began, row: { type, brand_id: null, ticket_id: null, message_id: null, actor_type: 'system', actor_id: null, data } });
  return [...known.map(({ kind }, index) => event('skill.created', { skill_id: skillIds[index], kind })), event('time_off.added', { agent_id: away.id, time_off_id: timeOff })];
}
