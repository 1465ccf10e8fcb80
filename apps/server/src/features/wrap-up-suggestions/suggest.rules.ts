export type Near = { number: number; topicId: number; score: number };
export type Suggested = { topicId: number; like: number[] };

const mostTopics = 3;
const mostNamed = 2;
/** Of what the nearest one weighs; whoever weighs less is not like it. */
export const leastShare = 0.35;

/** The topics of the nearest tickets: each neighbour speaks for its own with what it weighs; the nearest are named as the reason. */
export function suggestTopics(neighbours: readonly Near[]): Suggested[] {
  const nearest = Math.max(0, ...neighbours.map(({ score }) => score));
  const near = neighbours.filter(({ score }) => score > 0 && score >= nearest * leastShare).toSorted((one, other) => other.score - one.score);
  const weight = new Map<number, { sum: number; like: number[] }>();
  for (const { topicId, number, score } of near) {
    const so = weight.get(topicId) ?? { sum: 0, like: [] };
    weight.set(topicId, { sum: so.sum + score, like: so.like.length < mostNamed ? [...so.like, number] : so.like });
  }
  return [...weight].toSorted(([, one], [, other]) => other.sum - one.sum).slice(0, mostTopics).map(([topicId, { like }]) => ({ topicId, like }));
}

/** Whole minutes, begun ones too; null where nothing was counted. */
export function toMinutes(seconds: number): number | null {
  return seconds > 0 ? Math.ceil(seconds / 60) : null;
}
