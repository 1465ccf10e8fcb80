import type { Token } from '../types.ts';

export type Scope = NonNullable<Token['scopes']>[number];
export type Level = 'none' | 'read' | 'write' | 'admin';

/** What can be chosen for each area, from least to most. */
export const areas = {
  tickets: ['none', 'read', 'write'],
  customers: ['none', 'read', 'write'],
  mail: ['none', 'read', 'write', 'admin'],
  settings: ['none', 'read', 'admin'],
  agents: ['none', 'read', 'admin'],
  events: ['none', 'read'],
} as const satisfies Record<string, readonly Level[]>;
export type Area = keyof typeof areas;
export type Chosen = Record<Area, Level>;

export const areaNames = Object.keys(areas) as Area[];
export const nothing: Chosen = { tickets: 'none', customers: 'none', mail: 'none', settings: 'none', agents: 'none', events: 'none' };

/** The highest level of an area holds those below it. */
export function scopesOf(chosen: Chosen): Scope[] {
  return areaNames.flatMap((area) => (chosen[area] === 'none' ? [] : [`${area}:${chosen[area]}` as Scope])); // only levels that the area has are offered
}

export const readEverything: Scope[] = areaNames.map((area) => `${area}:read` as const);

/** How a list calls it. */
export function kindOf(scopes: Token['scopes']): 'full' | 'read' | 'some' {
  if (scopes === null) return 'full';
  return scopes.every((scope) => scope.endsWith(':read')) ? 'read' : 'some';
}
