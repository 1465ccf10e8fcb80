import { UserCheck } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '../../lib/keys/index.ts';
import { useMay } from '../../lib/session.ts';
import { AvailabilityDot } from './availability-dot.tsx';
import { availabilities, useOwnAvailability, useSayAvailability } from './availability-queries.ts';

/** What somebody says of themselves, from every screen by the command bar. */
export function AvailabilityCommands() {
  const works = useMay('tickets.write');
  const leads = useMay('teams.manage');
  const own = useOwnAvailability();
  const sayIt = useSayAvailability();
  const navigate = useNavigate();
  useCommands([
    ...availabilities.map((availability) => ({
      id: `availability.${availability}`,
      label: `people.say.${availability}` as const,
      group: 'general' as const,
      icon: <AvailabilityDot availability={availability} />,
      enabled: () => works && own?.availability !== availability,
      run: () => void sayIt({ availability }),
    })),
    { id: 'availability.home', label: own?.from_home ? 'people.say.office' : 'people.say.home', group: 'general', icon: <UserCheck />, enabled: () => works && own !== null, run: () => void sayIt({ from_home: !own?.from_home }) },
    { id: 'availability.team', label: 'people.go.today', group: 'go', icon: <UserCheck />, enabled: () => leads, run: () => void navigate({ to: '/settings/people' }) },
  ], `${works} ${leads} ${own?.availability} ${own?.from_home}`);
  return null;
}
