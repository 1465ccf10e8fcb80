import { Chip } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import type { Account } from './base-queries.ts';

/** The account agent, who stands in, and whether it is the organization's. */
export function AccountNames({ account, showsOrigin }: { account: Account; showsOrigin?: boolean }) {
  const t = useT();
  const { agent, deputy, from } = account;
  return (
    <div className="min-w-0">
      <p className="m-0 flex flex-wrap items-center gap-x-2 gap-y-0.5 [overflow-wrap:anywhere]">
        {agent.name}
        {!agent.active && <Chip>{t('base.away')}</Chip>}
      </p>
      {deputy && <p className="m-0 text-small text-muted [overflow-wrap:anywhere]">{t(deputy.active ? 'base.deputyIs' : 'base.deputyIs.away', { name: deputy.name })}</p>}
      {showsOrigin && from === 'organization' && <p className="m-0 text-small text-faint">{t('base.ofOrganization')}</p>}
    </div>
  );
}
