import { agents } from '../cast.ts';
import { languageTexts } from '../texts/languages.ts';
import { longThread } from '../texts/long-thread.ts';
import { spam } from '../texts/notes.ts';
import { after, atWork, day } from './moments.ts';
import type { PlannedCustomer, PlannedTicket } from './plan.types.ts';
import type { Scene } from './plots.ts';
import type { Random } from './random.ts';
import { createStory } from './story.ts';
import { agentSays } from './wording.ts';

type Place = { number: number; start: Date; now: Date };

const english = languageTexts.en;
const lead = agents.findIndex(({ name }) => name === 'Oliver Hughes');

/** A case of eight weeks with some eighty messages. */
export function tellLongThread(random: Random, customers: PlannedCustomer[], { number, start, now }: Place): PlannedTicket {
  const requester = customers.findIndex(({ name }) => name === 'Amelia Thorne');
  const customer = customers[requester]!; // she is in the cast
  const opening = { number, subject: longThread.subject, kind: 'task', channel: 'email', language: 'en', brand: 'skarnet', inbox: 0, team: 'skarnet', requester, address: customer.addresses[0]!.address } as const; // everybody has one
  const story = createStory(opening, english, { customerName: customer.name, brandName: 'Skärnet' }, now);
  const last = now.getTime() - 3 * day;
  const pause = (last - start.getTime()) / longThread.turns.length;
  for (const [turn, [theirs, ours]] of longThread.turns.entries()) {
    const soonest = after(story.ticket.steps.at(-1)?.at ?? start, 0.2, 0.6, random);
    const planned = atWork(new Date(start.getTime() + turn * pause), random);
    const asked = turn === 0 ? start : planned > soonest ? planned : soonest;
    story.customerWrites(asked, `${turn === 0 || random.chance(0.2) ? 'Hi Oliver,\n\n' : ''}${theirs}${random.chance(0.6) ? '\n\nAmelia' : ''}`, { quoting: random.chance(0.3) });
    if (turn === 0) story.agentSorts(after(asked, 0.1, 0.4, random), lead, { assignee: lead, priority: 'high', tags: ['moving', 'business'] });
    const isLast = turn === longThread.turns.length - 1;
    story.agentWrites(after(asked, 0.5, 0.9, random), lead, `${random.chance(0.4) ? 'Hi Amelia,\n\n' : ''}${ours}\n\nOliver`, { to: isLast ? 'solved' : 'pending' });
  }
  story.timePasses();
  return story.ticket;
}

export function tellSpam(random: Random, customers: PlannedCustomer[], { number, start, now, which }: Place & { which: number }): PlannedTicket {
  const mail = spam[which % spam.length]!; // within the list
  const requester = customers.findIndex(({ name }) => name === mail.from);
  const opening = { number, subject: mail.subject, kind: 'question', channel: 'email', language: 'en', brand: 'skarnet', inbox: 1, team: 'skarnet', requester, address: mail.address } as const;
  const story = createStory(opening, english, { customerName: mail.from, brandName: 'Skärnet' }, now);
  story.customerWrites(start, mail.text);
  story.agentSorts(atWork(after(start, 0.2, 2, random), random), lead, { folder: 'spam' });
  return story.ticket;
}

/** The reply comes back, and the agent tries the other way. */
export function tellBounce(scene: Scene, address: string): void {
  const { random, story, texts, facts, agent, situation, start } = scene;
  const answered = atWork(after(start, 0.3, 3, random), random);
  story.agentSorts(answered, agent, { assignee: agent });
  story.agentWrites(after(answered, 0.1, 0.3, random), agent, agentSays(random, texts, texts.situations[situation].asks[scene.course], { ...facts, agent: agents[agent]!.name })); // an index of the cast
  const report = `This is the mail system at host mx.postbox.example.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n<${address}>: host mail.brightmail.example said: 550 5.1.1 User unknown (in reply to RCPT TO command)`;
  story.bounces(after(answered, 0.31, 0.35, random), report);
  story.agentNotes(atWork(after(answered, 0.6, 2, random), random), agent, 'Mail to this address comes back. Tried the phone number on file, left a message on the answering machine.');
}
