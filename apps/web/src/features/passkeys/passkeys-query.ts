import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

export const passkeysQuery = queryOptions({ queryKey: ['passkeys'], queryFn: ({ signal }) => api.get('/api/v1/me/passkeys', { signal }) });
