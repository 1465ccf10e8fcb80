import { isIP } from 'node:net';

/** Where passkeys belong to: a host name (`rpId`) and the one origin that may ask for them. */
export type Place = { rpId: string; origin: string };
/** `ip_address`: passkeys need a name. `insecure`: over plain http browsers have them on localhost alone. */
export type NoPlace = 'ip_address' | 'insecure';

/** Taken from the configured public URL, never from a request (Web Authentication Level 3, §5.1.2 and §13.4.9). */
export function placeOf(publicUrl: string): Place | NoPlace {
  const { hostname, origin, protocol } = new URL(publicUrl);
  if (isIP(hostname.replaceAll(/[[\]]/g, ''))) return 'ip_address';
  if (protocol !== 'https:' && hostname !== 'localhost' && !hostname.endsWith('.localhost')) return 'insecure';
  return { rpId: hostname, origin };
}
