import type { Choice } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../../../lib/i18n.ts';
import { listOf } from '../../../lib/resource.ts';

interface Named {
  id: number;
  name: string;
}

export const agentChoice = ({ id, name }: Named): Choice => ({ value: String(id), label: name });

/** Colleagues who work on tickets, by name; and those who stand there already, although they may be switched off. */
export function useAgentChoices(present: readonly (Named | null | undefined)[] = []): Choice[] {
  const { compare } = useFormats();
  const agents = useQuery(listOf('agents', { show: 'active' }));
  const active: Named[] = (agents.data ?? []).filter(({ role }) => role !== 'viewer');
  const others = present.filter((each): each is Named => each != null && !active.some(({ id }) => id === each.id));
  return [...active, ...others].map(agentChoice).toSorted((one, other) => compare(one.label, other.label));
}
