import { useNavigate } from '@tanstack/react-router';
import { ChartColumn, MessageSquareWarning } from 'lucide-react';
import type { ComponentType } from 'react';
import { useCommands } from '../lib/keys/index.ts';
import { useMay } from '../lib/session.ts';
import type { Place as To } from './destinations.tsx';

export { BellButton } from '../features/notifications/bell-button.tsx';

const reports = { to: '/reports', covers: ['/reports'], label: 'reports.title', icon: ChartColumn } as const;
const feedback = { to: '/feedback', covers: ['/feedback'], label: 'staff-feedback.title', icon: MessageSquareWarning } as const;

/**
 * Where the rail leads besides, for those who have something to do there; fetched after the first list. A phone has them in the person's own
 * menu. `Place` draws one: the rail's own, given so that its chunk stays whole.
 */
export function MorePlaces({ Place }: { Place: ComponentType<{ destination: To }> }) {
  const navigate = useNavigate();
  const [reads, leads] = [useMay('tickets.write'), useMay('teams.manage')];
  // In the command bar they stand among the places.
  useCommands([
    { id: 'go/reports', label: 'reports.go', group: 'go', icon: <ChartColumn />, keys: ['g r'], keysOnly: true, enabled: () => reads, run: () => void navigate({ to: '/reports', search: {} }) },
    { id: 'go/feedback', label: 'staff-feedback.go', group: 'go', icon: <MessageSquareWarning />, keys: ['g f'], keysOnly: true, run: () => void navigate({ to: '/feedback' }) },
  ]);
  return (
    <>
      {reads && <Place destination={reports} />}
      {leads && <Place destination={feedback} />}
    </>
  );
}
