import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signed-in.ts';

export interface CustomerSearch {
  q?: string;
  show?: 'organizations' | 'base' | 'duplicates';
  /** Of those that somebody looks after: whose, in which order, and which of them */
  agent?: number;
  sort?: 'silence' | 'name';
  silent?: number;
  open?: true;
  due?: true;
}

const shown = ['organizations', 'base', 'duplicates'] as const;
const positive = (value: unknown) => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined);

const readId = (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : 0);
const idParams = {
  parse: ({ id }: { id: string }) => ({ id: readId(id) }),
  stringify: ({ id }: { id: number }) => ({ id: String(id) }),
};

export const customersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/customers',
  validateSearch: (search: Record<string, unknown>): CustomerSearch => ({
    q: ['string', 'number'].includes(typeof search['q']) && search['q'] !== '' ? String(search['q']).slice(0, 100) : undefined,
    show: shown.find((each) => each === search['show']),
    agent: positive(search['agent']),
    sort: search['sort'] === 'silence' || search['sort'] === 'name' ? search['sort'] : undefined,
    silent: positive(search['silent']),
    open: search['open'] === true || undefined,
    due: search['due'] === true || undefined,
  }),
  component: lazyRouteComponent(() => import('../features/customers/customers-page.tsx'), 'CustomersPage'),
});

export const customerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/customers/$id',
  params: idParams,
  component: lazyRouteComponent(() => import('../features/customers/customer-page.tsx'), 'CustomerPage'),
});

export const organizationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/organizations/$id',
  params: idParams,
  component: lazyRouteComponent(() => import('../features/customers/organization-page.tsx'), 'OrganizationPage'),
});

export interface ImportSearch {
  step?: 'columns';
  outcome?: 'new' | 'adds' | 'unchanged' | 'refused';
}

const outcomes = ['new', 'adds', 'unchanged', 'refused'] as const;

const importsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/customers/imports',
  component: lazyRouteComponent(() => import('../features/customers/imports/imports-page.tsx'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/customers/imports/$id',
  params: idParams,
  validateSearch: (search: Record<string, unknown>): ImportSearch => ({
    step: search['step'] === 'columns' ? 'columns' : undefined,
    outcome: outcomes.find((each) => each === search['outcome']),
  }),
  component: lazyRouteComponent(() => import('../features/customers/imports/import-page.tsx'), 'ImportPage'),
});

export const customerRoutes = [customersRoute, customerRoute, organizationRoute, importsRoute, importRoute];
