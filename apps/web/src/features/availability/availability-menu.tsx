import { MenuChoices, MenuItem, MenuSeparator, MenuTicks, SubMenu } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { CalendarOff } from 'lucide-react';
import { useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { AvailabilityDot } from './availability-dot.tsx';
import { availabilities, useOwnAvailability, useSayAvailability, type Availability } from './availability-queries.ts';

/** Part of the agent's own menu. */
export function AvailabilityMenu() {
  const t = useT();
  const { agent } = useMe();
  const own = useOwnAvailability();
  const sayIt = useSayAvailability();
  const navigate = useNavigate();
  if (!own) return null;
  return (
    <>
      <SubMenu icon={<span className="grid size-4 place-items-center"><AvailabilityDot availability={own.availability} /></span>} label={t(`people.state.${own.availability}`)}>
        <MenuChoices<Availability>
          label={t('people.availability')}
          value={own.availability}
          choices={availabilities.map((value) => ({ value, label: t(`people.state.${value}`), icon: <AvailabilityDot availability={value} /> }))}
          onChange={(availability) => void sayIt({ availability })}
        />
        <MenuTicks label={t('people.where')} most={1} choices={[{ value: 'home', label: t('people.fromHome') }]} ticked={own.from_home ? ['home'] : []} onChange={(ticked) => void sayIt({ from_home: ticked.length > 0 })} />
        <MenuSeparator />
        <MenuItem icon={<CalendarOff />} onSelect={() => void navigate({ to: '/settings/people/$id', params: { id: agent.id } })}>{t('people.myWork')}</MenuItem>
      </SubMenu>
      <MenuSeparator />
    </>
  );
}
