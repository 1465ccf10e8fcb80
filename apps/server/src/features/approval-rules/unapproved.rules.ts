import type { KnownApprovalRule } from './known-rules.ts';

/** What a command has changed: the status it moved to, and of the custom fields those that now hold something else. */
export type Done = { brandId: number; to?: string | undefined; fields?: Readonly<Record<string, string | number | boolean | null>> | undefined };

/** Rules that may hold this back, told without asking the database; which fit, the ticket says. A value that is taken away needs nobody's word. */
export function rulesTouched(known: readonly KnownApprovalRule[], { brandId, to, fields = {} }: Done): KnownApprovalRule[] {
  return known.filter((rule) => {
    if (rule.brandId !== null && rule.brandId !== brandId) return false;
    if (rule.guard === 'status') return rule.statuses.some((status) => status === to);
    const value = Object.hasOwn(fields, rule.field) ? fields[rule.field] : null;
    if (rule.guard === 'amount') return typeof value === 'number' && value > rule.above;
    return typeof value === 'string';
  });
}
