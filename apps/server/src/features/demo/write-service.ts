import type { Tx } from '../../platform/db/db.ts';
import { brands, type BrandKey } from './cast.ts';
import { insertRows, takeIds } from './demo.queries.ts';
import { day, hour } from './plan/moments.ts';
import { automations, creditRule, service } from './texts/service.ts';
import type { CastIds, WrittenEvent } from './write-cast.ts';
import type { FieldIds } from './write-fields.ts';

type Tell = (type: string, brandId: number | null, data: Record<string, unknown>, at?: Date) => void;
type Writing = { tx: Tx; ids: CastIds; brandOf: (key: BrandKey) => number | null; tell: Tell; began: Date; now: Date };

/** What each brand has agreed on: a guideline, a playbook and promised times; what takes a lead's word; what happens by itself. */
export async function writeService(tx: Tx, ids: CastIds, { fields }: FieldIds, now: Date): Promise<{ ruleId: number; events: WrittenEvent[] }> {
  const began = new Date(now.getTime() - 50 * day);
  const events: WrittenEvent[] = [];
  const tell: Tell = (type, brandId, data, at = began) => events.push({ at, row: { type, brand_id: brandId, ticket_id: null, message_id: null, actor_type: 'system', actor_id: null, data } });
  const writing: Writing = { tx, ids, brandOf: (key) => ids.brands.get(key) ?? null, tell, began, now };
  await writeGuidelines(writing);
  await writePlaybooks(writing, fields);
  await writePolicies(writing);
  await writeAutomations(writing);
  return { ruleId: await writeRule(writing, fields), events };
}

async function writeGuidelines({ tx, ids, brandOf, tell, began }: Writing): Promise<void> {
  const taken = await takeIds(tx, 'guidelines', brands.length);
  const owner = ids.agents[0]?.id;
  await insertRows(tx, 'guidelines', brands.map(({ key }, index) => ({ workspace_id: ids.workspaceId, id: taken[index], brand_id: brandOf(key), name: service[key].guideline.name, created_at: began, updated_at: began })));
  await insertRows(tx, 'guideline_versions', brands.map(({ key }, index) => {
    const { text, moments, conditions } = service[key].guideline;
    return { workspace_id: ids.workspaceId, guideline_id: taken[index], version: 1, text, moments, conditions, effective_from: began, created_by: owner, created_at: began };
  }));
  brands.forEach(({ key }, index) => tell('guideline.created', brandOf(key), { guideline_id: taken[index] }));
}

async function writePlaybooks({ tx, ids, brandOf, tell, began }: Writing, fields: FieldIds['fields']): Promise<void> {
  const { workspaceId: workspace_id } = ids;
  const taken = await takeIds(tx, 'playbooks', brands.length);
  await insertRows(tx, 'playbooks', brands.map(({ key }, index) => {
    const { name, conditions } = service[key].playbook;
    return { workspace_id, id: taken[index], brand_id: brandOf(key), name, conditions, guards: ['solved'], created_at: began, updated_at: began };
  }));
  const steps = brands.flatMap(({ key }, index) => service[key].playbook.steps.map((step, position) => ({ playbook: taken[index], position, ...step })));
  const stepIds = await takeIds(tx, 'playbook_steps', steps.length);
  await insertRows(tx, 'playbook_steps', steps.map(({ playbook, position, text, by, field, event }, index) => ({
    workspace_id, id: stepIds[index], playbook_id: playbook, position, text, done_by: by, field_id: field === undefined ? null : fields.get(field), event: event ?? null,
  })));
  brands.forEach(({ key }, index) => tell('playbook.created', brandOf(key), { playbook_id: taken[index] }));
}

async function writePolicies({ tx, ids, brandOf, tell, began }: Writing): Promise<void> {
  const taken = await takeIds(tx, 'sla_policies', brands.length);
  await insertRows(tx, 'sla_policies', brands.map(({ key, name }, index) => {
    const { time, warnMinutes, ...hours } = service[key].times;
    const targets = (['first_reply', 'next_reply', 'resolution'] as const).map((kind) => ({ kind, time, minutes: Object.fromEntries(Object.entries(hours[kind]).map(([priority, count]) => [priority, count * 60])) }));
    return { workspace_id: ids.workspaceId, id: taken[index], name, position: index + 1, active: true, version: 1, conditions: { brand: [brandOf(key)] }, targets, pause: ['pending', 'on_hold'], warn_minutes: warnMinutes, created_at: began, updated_at: began };
  }));
  for (const id of taken) tell('sla_policy.created', null, { policy_id: id });
}

async function writeRule({ tx, ids, brandOf, tell, began }: Writing, fields: FieldIds['fields']): Promise<number> {
  const { name, brand, field, above, hours } = creditRule;
  const [id] = await takeIds(tx, 'approval_rules', 1);
  await insertRows(tx, 'approval_rules', [{
    workspace_id: ids.workspaceId, id, brand_id: brandOf(brand), name, active: true, conditions: {}, guard: 'amount', field_id: fields.get(field), above, approver: 'lead', approvers: [], approvals: 1, expires_after_hours: hours, created_at: began, updated_at: began,
  }]);
  tell('approval_rule.created', brandOf(brand), { rule: id });
  return id!; // one was asked for
}

async function writeAutomations({ tx, ids, brandOf, tell, began, now }: Writing): Promise<void> {
  const taken = await takeIds(tx, 'automations', automations.length);
  await insertRows(tx, 'automations', automations.map(({ name, brand, trigger, conditions, actions, enabled }, index) => ({
    workspace_id: ids.workspaceId, id: taken[index], name, brand_id: brand === null ? null : brandOf(brand), trigger, conditions, actions, position: index + 1, enabled, enabled_at: enabled ? now : null, runs: 0, created_at: began, updated_at: new Date(now.getTime() - hour),
  })));
  automations.forEach(({ brand }, index) => tell('automation.created', brand === null ? null : brandOf(brand), { automation_id: taken[index] }));
}
