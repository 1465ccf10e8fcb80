import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { AddressBody, Customer, CustomerAddress } from './types.ts';

export function useAddressActions(customer: Customer) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['customers'] });
  return {
    async add(body: AddressBody) {
      await api.post('/api/v1/customers/{id}/addresses', { path: { id: customer.id }, body });
      await refresh();
    },
    async remove(address: CustomerAddress) {
      await api.delete('/api/v1/customers/{id}/addresses/{addressId}', { path: { id: customer.id, addressId: address.id } });
      await refresh();
    },
  };
}
