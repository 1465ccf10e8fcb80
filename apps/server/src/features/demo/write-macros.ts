import type { Tx } from '../../platform/db/db.ts';
import { htmlToText } from '../../platform/mail/reading/html-to-text.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import { day, hour } from './plan/moments.ts';
import { macros } from './texts/macros.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';

/** Macros with their texts and how often they were used, and the events that tell of them. */
export async function writeMacros(tx: Tx, ids: CastIds, now: Date): Promise<WrittenEvent[]> {
  const began = new Date(now.getTime() - 60 * day);
  const { workspaceId: workspace_id } = ids;
  const agentOf = (name: string) => ids.agents.find((agent) => agent.name === name)!.id; // all in the cast
  const macroIds = await takeIds(tx, 'macros', macros.length);
  const brandOf = (brand: (typeof macros)[number]['brand']) => (brand === null ? null : (ids.brands.get(brand) ?? null));
  await insertRows(tx, 'macros', macros.map(({ name, brand, owner, message, keywords, actions }, index) => ({
    workspace_id, id: macroIds[index], name, owner_id: owner === null ? null : agentOf(owner), brand_id: brandOf(brand), message_kind: message, keywords, actions, created_at: began, updated_at: began,
  })));
  await insertRows(tx, 'macro_texts', macros.flatMap(({ texts }, index) => Object.entries(texts).map(([language, html]) => ({ workspace_id, macro_id: macroIds[index], language, html, text: htmlToText(html).trim() }))));
  await insertRows(tx, 'macro_uses', macros.flatMap(({ uses }, index) => Object.entries(uses).map(([name, count], place) => ({ workspace_id, agent_id: agentOf(name), macro_id: macroIds[index], uses: count, last_used_at: new Date(now.getTime() - (3 + 7 * place + index) * hour) }))));
  return macros.map(({ brand }, index): WrittenEvent => ({ at: began, row: { type: 'macro.created', brand_id: brandOf(brand), ticket_id: null, message_id: null, actor_type: 'system', actor_id: null, data: { macro_id: macroIds[index] } } }));
}
