import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './addresses.ts';

/** An address that a user gave leads where requests of ours must not go, or nowhere. Says nothing of what is there. */
export class OutboundError extends Error {
  readonly code: 'address_not_allowed' | 'not_found' | 'too_large' | 'too_slow' | 'too_many_redirects' | 'failed';
  constructor(code: OutboundError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboundError';
    this.code = code;
  }
}

/** Addresses of a name, as the system gives them. */
export type Resolver = (host: string) => Promise<LookupAddress[]>;

const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, verbatim: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

export type GuardOptions = {
  /** An admin's explicit choice, e.g. for a mail server in the own network. Never for addresses that others gave. */
  allowPrivate?: boolean;
  resolver?: Resolver;
};

/**
 * The allowed addresses behind a host name or address, in any notation that the system understands. Connect to one of
 * these, not to the name: a second look-up could answer otherwise.
 * @throws OutboundError address_not_allowed, not_found
 */
export async function resolveGuarded(host: string, { allowPrivate = false, resolver = systemResolver }: GuardOptions = {}): Promise<LookupAddress[]> {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  const family = isIP(bare);
  const found = family ? [{ address: bare, family }] : await resolver(bare).catch((error: unknown) => Promise.reject(new OutboundError('not_found', 'the host cannot be found', { cause: error })));
  const allowed = allowPrivate ? found : found.filter(({ address }) => isPublicAddress(address));
  if (found.length === 0) throw new OutboundError('not_found', 'the host cannot be found');
  if (allowed.length === 0) throw new OutboundError('address_not_allowed', 'the host is not on the open internet');
  return allowed;
}

/**
 * For the `lookup` of a socket: the address is checked at the moment of connecting. Sockets do not ask it for plain
 * addresses: check these with `resolveGuarded` first.
 */
export function guardedLookup(options: GuardOptions = {}): LookupFunction {
  return (host, { all, family }, done) => {
    resolveGuarded(host, options).then(
      (addresses) => {
        const fitting = family === 4 || family === 6 ? addresses.filter((each) => each.family === family) : addresses;
        const [first] = fitting;
        if (!first) done(new OutboundError('not_found', 'the host has no address of this kind'), '', 4);
        else if (all) done(null, fitting);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}
