import { Button } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useMay } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { RouteCrash, RoutePending } from '../../shell/route-states.tsx';
import { AccountSections } from './base/account-sections.tsx';
import { customerPages, organizationQuery } from './customer-queries.ts';
import { CustomerRow } from './customer-rows.tsx';
import { OrganizationDialog } from './organization-dialog.tsx';
import { Facts, ProfileFrame, SideSection } from './profile-frame.tsx';
import type { Organization } from './types.ts';

const route = getRouteApi('/signed-in/organizations/$id');

export function OrganizationPage() {
  const { id } = route.useParams();
  const organization = useQuery(organizationQuery(id));
  if (organization.data) return <OrganizationProfile organization={organization.data} />;
  if (organization.error) return <RouteCrash error={organization.error} reset={() => void organization.refetch()} />;
  return <RoutePending />;
}

function OrganizationProfile({ organization }: { organization: Organization }) {
  const t = useT();
  const formats = useFormats();
  const mayWrite = useMay('customers.write');
  const [editing, setEditing] = useState(false);
  useTitle(organization.name);
  return (
    <ProfileFrame
      name={organization.name}
      square
      show="organizations"
      sub={<span>{organization.domains.join(', ')}</span>}
      actions={mayWrite && <Button icon={<Pencil className="size-4" />} onClick={() => setEditing(true)}>{t('customers.edit')}</Button>}
      aside={
        <>
          <AccountSections of={{ kind: 'organization', id: organization.id }} name={organization.name} account={organization.account} next={organization.next_contact} />
          <SideSection title={t('customers.about')}>
            <Facts
              facts={[
                { label: t('customers.domains'), value: organization.domains.join(', ') || t('customers.domains.empty') },
                { label: t('customers.since'), value: formats.date(new Date(organization.created_at)) },
              ]}
            />
          </SideSection>
          <SideSection title={t('customers.note')}>
            <p className={organization.note ? 'rounded-lg bg-note px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]' : 'text-faint'}>{organization.note || t('customers.note.empty')}</p>
          </SideSection>
        </>
      }
    >
      <People organizationId={organization.id} />
      {editing && <OrganizationDialog organization={organization} onClose={() => setEditing(false)} />}
    </ProfileFrame>
  );
}

function People({ organizationId }: { organizationId: number }) {
  const t = useT();
  const query = useInfiniteQuery(customerPages({ organization: organizationId }));
  const people = query.data?.pages.flatMap((page) => page.items);
  return (
    <section>
      <h2 className="mb-1 text-title">{t('customers.people')}</h2>
      {people?.length === 0 && <p className="py-2 text-muted">{t('customers.people.empty')}</p>}
      <ul className="-mx-4 sm:-mx-8">
        {people?.map((customer) => (
          <li key={customer.id} className="h-14">
            <CustomerRow customer={customer} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button tone="plain" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-2">
          {t('common.showMore')}
        </Button>
      )}
    </section>
  );
}
