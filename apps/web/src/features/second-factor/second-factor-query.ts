import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const secondFactorQuery = queryOptions({ queryKey: ['second-factor'], queryFn: ({ signal }) => api.get('/api/v1/me/second-factor', { signal }) });
