import { expect, test } from 'vitest';
import { kindOf, rankExperts, rankLeads, targetOf, type Known } from './escalation.rules.ts';

function somebody(agent: number, rest: Partial<Known> = {}): Known {
  return { agent, name: `Agent ${agent}`, tier: 1, mayWork: true, member: false, availability: 'online', atWork: true, open: 0, most: 10, skills: [], solved: [], ...rest };
}
const order = (people: Known[]) => people.map(({ agent }) => agent);

test('a lead decides, everybody else knows more', () => {
  expect([{ tier: 2 as const }, { agent: 1 }, { team: 1 }, { lead: null }].map((to) => [kindOf(to), targetOf(to)])).toEqual([['functional', 'tier'], ['functional', 'agent'], ['functional', 'team'], ['hierarchical', 'lead']]);
});

test('who has solved the like comes before who only has the skill, and who knows nothing of it is not named', () => {
  const skill = { skill: 7, level: 3, enough: true };
  expect(order(rankExperts([somebody(1), somebody(2, { skills: [skill] }), somebody(3, { solved: [11, 12] }), somebody(4, { skills: [{ ...skill, level: 1, enough: false }] })], 1))).toEqual([3, 2, 4]);
});

test('a higher tier is a reason, a lower one than the asker’s is none', () => {
  expect(order(rankExperts([somebody(1, { tier: 2 }), somebody(2, { tier: 3 })], 2))).toEqual([2]);
});

test('who is free comes before who knows as much and is not there, has no room, or may not see the brand', () => {
  const knows = { solved: [11] };
  expect(order(rankExperts([somebody(1, { ...knows, availability: 'away' }), somebody(2, { ...knows, open: 10 }), somebody(3, knows), somebody(4, { ...knows, mayWork: false }), somebody(5, { ...knows, atWork: false, open: 1 })], 1))).toEqual([3, 1, 5, 2]);
});

test('of leads those of the team come first, then who is free, then who has least to do', () => {
  expect(order(rankLeads([somebody(1), somebody(2, { member: true, availability: 'away' }), somebody(3, { member: true, open: 3 }), somebody(4, { member: true, open: 1 }), somebody(5, { member: true, mayWork: false })]))).toEqual([4, 3, 2, 1]);
});
