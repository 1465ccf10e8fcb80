import type { GuardedAction, KnownApprovalRule } from './known-rules.ts';

/**
 * What a command has done: the status it moved to, of the custom fields those that now hold something else, the macros that it ran,
 * by how many milliseconds a promise is later, whether the ticket was merged with another, and what else was done to it.
 */
export type Done = {
  brandId: number;
  to?: string | undefined;
  fields?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  macros?: readonly number[];
  laterBy?: number;
  merged?: boolean;
  actions?: readonly GuardedAction[];
};

const hour = 3_600_000;

/** Rules that may hold this back, told without asking the database; which fit, the ticket says. A value that is taken away needs nobody's word. */
export function rulesTouched(known: readonly KnownApprovalRule[], { brandId, to, fields = {}, macros = [], laterBy = 0, merged = false, actions = [] }: Done): KnownApprovalRule[] {
  return known.filter((rule) => {
    if (rule.brandId !== null && rule.brandId !== brandId) return false;
    switch (rule.guard) {
      case 'status':
        return rule.statuses.some((status) => status === to);
      case 'macro':
        return macros.includes(rule.macro);
      case 'promise':
        return laterBy > rule.laterHours * hour;
      case 'merge':
        return merged;
      case 'action':
        return rule.actions.some((action) => actions.includes(action));
      default: {
        const value = Object.hasOwn(fields, rule.field) ? fields[rule.field] : null;
        return rule.guard === 'amount' ? typeof value === 'number' && value > rule.above : typeof value === 'string';
      }
    }
  });
}
