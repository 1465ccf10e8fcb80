import type { z } from 'zod';
import type { AgentActor } from '../../platform/auth/actor.ts';
import type { DaySum } from './days.queries.ts';
import { mayWriteTopics } from './topics.commands.ts';
import type { TopicName, TopicRow } from './topics.queries.ts';
import type { ListedRow, WrapUpRow } from './wrap-ups.queries.ts';
import type { listedWrapUpShape, ticketWrapUpShape, topicTreeShape, wrapUpSumsShape } from './wrap-ups.schemas.ts';

export type WrapUp = NonNullable<z.input<typeof ticketWrapUpShape>['wrap_up']>;
type Names = ReadonlyMap<number, TopicName>;

export function toWrapUp(row: WrapUpRow, topics: Names): WrapUp {
  const { version, topic_id, degree, cause, resolution, minutes, written_by, author_name, written_at } = row;
  return { topic: (topic_id !== null && topics.get(topic_id)) || null, degree, cause, resolution, minutes, version, written_by: { id: written_by, name: author_name }, written_at: written_at.toISOString() };
}

export function toListed(row: ListedRow, topics: Names): z.input<typeof listedWrapUpShape> {
  return {
    ...toWrapUp(row, topics),
    ticket: { number: row.number, subject: row.subject },
    brand: { id: row.brand_id, name: row.brand_name, color: row.brand_color },
    solved_at: row.solved_at.toISOString(),
  };
}

type Brand = { id: number; name: string; color: string };

export function toTree(actor: AgentActor, brand: Brand | null, topics: readonly TopicRow[], updatedAt: Date | undefined): z.input<typeof topicTreeShape> {
  return {
    brand: brand && { id: brand.id, name: brand.name, color: brand.color },
    topics: topics.filter(({ brand_id }) => brand_id === (brand?.id ?? null)).map(({ id, key, parent, label, labels, archived }) => ({ id, key, parent, label, labels, archived })),
    may_edit: mayWriteTopics(actor, brand?.id ?? null),
    updated_at: updatedAt?.toISOString() ?? null,
  };
}

export function toSum({ topic_id, label, labels, degree, count, minutes }: DaySum): z.input<typeof wrapUpSumsShape>['items'][number] {
  return { topic: topic_id === null ? null : { id: topic_id, label: label ?? '', labels: labels ?? {} }, degree, count, minutes };
}
