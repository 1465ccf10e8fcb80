import type { Scope } from '../../platform/auth/actor.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { organizationsByDomains, organizationsByNames } from '../organizations/index.ts';
import type { Belongs } from './decide.rules.ts';
import type { Draft } from './person.rules.ts';

export type Organizations = { byName: Map<string, number>; byDomain: Map<string, { id: number; name: string }> };

/** The organizations that these rows name, or whose domains they carry: two questions for a batch. */
export async function findOrganizations(db: Queryable, scope: Scope, drafts: readonly Draft[]): Promise<Organizations> {
  const names = [...new Set(drafts.flatMap(({ organization }) => organization ?? []))];
  const domains = [...new Set(drafts.filter(({ organization }) => organization === null).flatMap(domainsOf))];
  return {
    byName: names.length > 0 ? await organizationsByNames(db, scope, names) : new Map(),
    byDomain: domains.length > 0 ? await organizationsByDomains(db, scope, domains) : new Map(),
  };
}

function domainsOf({ domain, emails }: Draft): string[] {
  return [...(domain === null ? [] : [domain]), ...emails.map((email) => email.slice(email.lastIndexOf('@') + 1))];
}

/** By its name, or else by its domain; a name that nobody has is made where that is wanted. */
export function belongsTo(draft: Draft, { byName, byDomain }: Organizations, { create }: { create: boolean }): Belongs {
  if (draft.organization !== null) return { id: byName.get(draft.organization) ?? (create ? 'new' : null), name: draft.organization };
  const found = domainsOf(draft).flatMap((domain) => byDomain.get(domain) ?? [])[0];
  return found ?? { id: null, name: '' };
}
