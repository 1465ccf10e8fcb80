export const escalationKinds = ['functional', 'hierarchical'] as const;
export type EscalationKind = (typeof escalationKinds)[number];
export const escalationTargets = ['tier', 'agent', 'team', 'lead'] as const;
export type EscalationTarget = (typeof escalationTargets)[number];
export const escalationStates = ['open', 'passed_on', 'handed_back', 'withdrawn', 'ended'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** Whom it goes to: exactly one of them. `lead: null` leaves it to the program which lead. */
export type EscalateTo = { tier: 2 | 3; team?: number } | { agent: number } | { team: number } | { lead: number | null };

/** To whoever knows more, or to whoever decides. */
export const kindOf = (to: EscalateTo): EscalationKind => ('lead' in to ? 'hierarchical' : 'functional');
export const targetOf = (to: EscalateTo): EscalationTarget => ('lead' in to ? 'lead' : 'agent' in to ? 'agent' : 'tier' in to ? 'tier' : 'team');

/** Somebody to whom a ticket might go, as they stand now. */
export type Known = {
  agent: number;
  name: string;
  tier: number;
  /** Works on tickets of the brand. */
  mayWork: boolean;
  /** Of the ticket's team. */
  member: boolean;
  availability: 'online' | 'busy' | 'break' | 'away';
  /** Within their hours, and no time off. */
  atWork: boolean;
  /** Open cases of the ticket's channel, and their limit. */
  open: number;
  most: number;
  /** Of what the ticket asks for: the skills they have, and whether that is enough. */
  skills: readonly { skill: number; level: number; enough: boolean }[];
  /** Numbers of tickets like this one that they solved, the nearest first. */
  solved: readonly number[];
};

/** There now, with room for one more. */
export const isFree = ({ availability, atWork, open, most }: Known) => availability === 'online' && atWork && open < most;

/**
 * Who knows more than whoever asks, the best first: what they have solved of the like counts most, then the skills that the
 * ticket asks for, then the line they sit in. Who is free comes before who knows as much and is not.
 */
export function rankExperts(people: readonly Known[], ownTier: number): Known[] {
  const score = ({ solved, skills, tier }: Known) => 2 * Math.min(solved.length, 5) + sum(skills.map(({ level, enough }) => (enough ? level : level / 2))) + 2 * Math.max(0, tier - ownTier);
  const tellsSomething = (each: Known) => each.mayWork && (each.solved.length > 0 || each.skills.length > 0 || each.tier > ownTier);
  // Whoever is not there is worth half of what they know.
  const worth = (each: Known) => score(each) * (isFree(each) ? 1 : 0.5);
  return people.filter(tellsSomething).toSorted((one, other) => worth(other) - worth(one) || one.open - other.open || one.agent - other.agent);
}

/** Leads who may decide, the best first: those of the team, who are free, with the fewest open cases. */
export function rankLeads(people: readonly Known[]): Known[] {
  const first = (one: boolean, other: boolean) => Number(other) - Number(one);
  return people.filter(({ mayWork }) => mayWork).toSorted((one, other) => first(one.member, other.member) || first(isFree(one), isFree(other)) || one.open - other.open || one.agent - other.agent);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
