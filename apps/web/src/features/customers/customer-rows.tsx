import { Avatar, Chip } from '@ombud/ui';
import { Link } from '@tanstack/react-router';
import { useAppearance } from '../../lib/appearance.ts';
import { BrandDot } from '../../lib/brand-dot.tsx';
import { useT } from '../../lib/i18n.ts';
import { useCustomerName } from './customer-names.ts';
import type { Customer, Organization } from './types.ts';

const rowClasses = 'mx-auto flex h-full w-full max-w-4xl items-center gap-3 px-4 -outline-offset-2 hover:bg-hover sm:rounded-md sm:px-8';

/** px; follows density and text size, because the rows are placed by it */
export function useRowHeight(): number {
  const { density, text_size } = useAppearance();
  const scale = { small: 0.94, medium: 1, large: 1.125, larger: 1.25 }[text_size];
  return Math.round((density === 'dense' ? 48 : 58) * scale);
}

export function CustomerRow({ customer }: { customer: Customer }) {
  const t = useT();
  const nameOf = useCustomerName();
  const name = nameOf(customer);
  return (
    <Link to="/customers/$id" params={{ id: customer.id }} className={rowClasses}>
      <Avatar name={name} size="medium" />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-strong">{name}</span>
          {customer.kind === 'employee' && <Chip>{t('customers.kind.employee')}</Chip>}
        </span>
        <span className="block truncate text-small text-muted">{[customer.name ? (customer.email ?? customer.addresses[0]?.shown) : null, customer.organization?.name].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="hidden max-w-[40%] shrink-0 gap-3 text-small text-muted sm:flex">
        {customer.brands.slice(0, 3).map((brand) => (
          <span key={brand.id} className="flex min-w-0 items-center gap-1.5">
            <BrandDot color={brand.color} />
            <span className="truncate">{brand.name}</span>
          </span>
        ))}
      </span>
    </Link>
  );
}

export function OrganizationRow({ organization }: { organization: Organization }) {
  return (
    <Link to="/organizations/$id" params={{ id: organization.id }} className={rowClasses}>
      <Avatar name={organization.name} size="medium" className="rounded-lg" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-strong">{organization.name}</span>
        <span className="block truncate text-small text-muted">{organization.domains.join(', ')}</span>
      </span>
    </Link>
  );
}
