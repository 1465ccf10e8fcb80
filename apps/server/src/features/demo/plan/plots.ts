import { agents, courses, trades } from '../cast.ts';
import { colleagues, notes } from '../texts/notes.ts';
import type { LanguageTexts, SituationKey } from '../texts/texts.types.ts';
import { after, atWork, awake } from './moments.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import { agentSays, customerSays, fill, type Facts } from './wording.ts';

export type Scene = {
  random: Random;
  story: Story;
  texts: LanguageTexts;
  situation: SituationKey;
  facts: Facts;
  /** Which of the situation's two courses it takes. */
  course: 0 | 1;
  agent: number;
  colleague: number;
  /** Of the first message. */
  start: Date;
  /** Waits are so much shorter. At 1 agents keep to working hours; below that somebody is on duty. */
  pace: number;
  /** A ticket of the same kind, to link to. */
  sibling: number | null;
};

/** How cases of a desk go, with how often. */
const plots: { weight: number; tell: (scene: Scene) => void }[] = [
  { weight: 22, tell: settledAtOnce },
  { weight: 26, tell: askedFirst },
  { weight: 16, tell: thanked },
  { weight: 20, tell: takesLong },
  { weight: 10, tell: neverAnswered },
  { weight: 6, tell: comesBack },
];

export function tellCase(scene: Scene): void {
  scene.random.weighted(plots, (plot) => plot.weight).tell(scene);
  scene.story.timePasses();
}

/** The moment of what comes next: at work for agents, awake for customers. */
function nextMoment(scene: Scene, who: 'agent' | 'customer', least: number, most: number): Date {
  const last = scene.story.ticket.steps.at(-1)?.at ?? scene.start;
  const at = after(last, least * scene.pace, most * scene.pace, scene.random);
  return who === 'agent' && scene.pace === 1 ? atWork(at, scene.random) : scene.pace < 0.5 ? at : awake(at, scene.random);
}

function takes(scene: Scene): boolean {
  const { random, story, situation, agent, colleague } = scene;
  const trade = trades[situation];
  const priority = random.chance(trade.urgency) ? (random.chance(0.3) ? 'urgent' : 'high') : random.chance(0.08) ? 'low' : undefined;
  const tags = random.chance(0.75) ? trade.tags.slice(0, random.between(1, trade.tags.length)) : [];
  const byOther = random.chance(0.2);
  if (!story.agentSorts(nextMoment(scene, 'agent', 0.1, 4), byOther ? colleague : agent, { assignee: agent, priority, tags })) return false;
  if (scene.sibling !== null && random.chance(0.05)) story.agentLinks(nextMoment(scene, 'agent', 0.01, 0.05), agent, scene.sibling);
  return true;
}

function says(scene: Scene, text: string): string {
  return agentSays(scene.random, scene.texts, text, { ...scene.facts, agent: agents[scene.agent]!.name }); // an index of the cast
}

function asks(scene: Scene): boolean {
  const text = says(scene, scene.texts.situations[scene.situation].asks[scene.course]);
  if (!scene.story.agentWrites(nextMoment(scene, 'agent', 0.05, 1.5), scene.agent, text)) return false;
  if (scene.random.chance(0.07)) scene.story.outOfOffice(nextMoment(scene, 'agent', 0.001, 0.01), fill(scene.texts.outOfOffice.body, scene.facts));
  return true;
}

function answers(scene: Scene): boolean {
  const { random, situation, texts } = scene;
  const text = customerSays(random, texts, texts.situations[situation].answers[scene.course], scene.facts);
  const attachment = trades[situation].attaches === 'customer' ? random.pick(['photo-shade', 'photo-foot'] as const) : situation === 'slow' && random.chance(0.4) ? 'speedtest' : null;
  return scene.story.customerWrites(nextMoment(scene, 'customer', 0.3, 26), text, { quoting: random.chance(0.6), attachment });
}

function settles(scene: Scene, most = 12): boolean {
  const { random, situation, texts } = scene;
  const { fixes } = texts.situations[situation];
  const text = says(scene, courses[situation].endsFit ? fixes[scene.course] : random.pick(fixes));
  const attachment = trades[situation].attaches === 'agent' ? 'confirmation' : null;
  return scene.story.agentWrites(nextMoment(scene, 'agent', 0.3, most), scene.agent, text, { to: 'solved', attachment });
}

function thanks(scene: Scene): boolean {
  const { random, story, texts } = scene;
  const text = customerSays(random, texts, random.pick(texts.thanks), scene.facts);
  if (!story.customerWrites(nextMoment(scene, 'customer', 0.2, 20), text, { quoting: random.chance(0.5) })) return false;
  return story.agentSets(nextMoment(scene, 'agent', 0.05, 2), scene.agent, 'solved');
}

function notesDown(scene: Scene): void {
  const { random, story } = scene;
  const fromColleague = random.chance(0.35);
  const text = random.chance(0.75) ? random.pick(notes[scene.situation]) : fill(random.pick(colleagues), { ...scene.facts, colleague: (agents[scene.colleague]!.name.split(' ')[0] ?? '') }); // an index of the cast
  story.agentNotes(nextMoment(scene, 'agent', 0.1, 1.5), fromColleague ? scene.colleague : scene.agent, text);
}

function settledAtOnce(scene: Scene): void {
  if (!takes(scene)) return;
  if (scene.random.chance(0.35)) notesDown(scene);
  settles(scene, 4);
}

function askedFirst(scene: Scene): void {
  if (!takes(scene) || !asks(scene) || !answers(scene)) return;
  if (scene.random.chance(0.45)) notesDown(scene);
  settles(scene);
}

function thanked(scene: Scene): void {
  if (!takes(scene) || !asks(scene) || !answers(scene)) return;
  if (scene.random.chance(0.3)) notesDown(scene);
  if (settles(scene)) thanks(scene);
}

function takesLong(scene: Scene): void {
  const { random, story, texts } = scene;
  const chases = () => story.customerWrites(nextMoment(scene, 'customer', 20, 60), customerSays(random, texts, random.pick(texts.chases), scene.facts), { quoting: random.chance(0.4) });
  if (!takes(scene) || !asks(scene) || !answers(scene)) return;
  notesDown(scene);
  if (!story.agentWrites(nextMoment(scene, 'agent', 1, 6), scene.agent, says(scene, random.pick(texts.updates)), { to: 'on_hold' })) return;
  if (random.chance(0.7)) {
    if (!chases()) return;
    if (random.chance(0.5)) notesDown(scene);
  }
  if (settles(scene, 140) && random.chance(0.6)) thanks(scene);
}

/** No answer: a week later the agent ends it. */
function neverAnswered(scene: Scene): void {
  const { random, story, texts } = scene;
  if (!takes(scene) || !asks(scene)) return;
  const text = says(scene, random.pick(texts.nudges));
  story.agentWrites(nextMoment(scene, 'agent', 7 * 24, 9 * 24), scene.agent, text, { to: 'solved' });
}

/** Solved, and then it was not. */
function comesBack(scene: Scene): void {
  const { random, story, texts } = scene;
  if (!takes(scene) || !settles(scene, 5)) return;
  if (!story.customerWrites(nextMoment(scene, 'customer', 4, 50), customerSays(random, texts, random.pick(texts.chases), scene.facts), { quoting: true })) return;
  notesDown(scene);
  if (asks(scene) && answers(scene) && settles(scene)) thanks(scene);
}
