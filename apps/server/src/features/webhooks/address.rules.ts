import { isIP } from 'node:net';
import { fieldProblem } from '../../platform/errors/problem.ts';
import { isPublicAddress } from '../../platform/outbound/addresses.ts';
import { isLoopback } from '../../platform/outbound/loopback.ts';

/** Whether whoever runs the program has named this address's host, with its port, as one that webhooks may reach in the own network. */
export function isNamed(url: URL, hosts: readonly string[]): boolean {
  return hosts.includes(url.host.toLowerCase());
}

/**
 * What can be said of an address without looking its name up; where the name leads is checked at each connection.
 * @throws Problem invalid_input for the field `url`
 */
export function readAddress(text: string, hosts: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw fieldProblem('url', 'invalid_format', 'An address such as https://hooks.example.org/ombud');
  if (url.username !== '' || url.password !== '') throw fieldProblem('url', 'login_in_address', 'No user name or password in the address');
  url.hash = '';
  if (isNamed(url, hosts)) return url.href;
  if (url.protocol !== 'https:') throw fieldProblem('url', 'https_only', 'The address must begin with https://');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isLoopback(host) || (isIP(host) !== 0 && !isPublicAddress(host))) throw fieldProblem('url', 'address_not_allowed', 'The address must lead to the open internet');
  return url.href;
}
