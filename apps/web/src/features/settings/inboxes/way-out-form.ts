export interface WayOutValues {
  /** Empty: what is stored stays, or the installation's server */
  host: string;
  port: string;
  security: 'starttls' | 'tls';
  /** `account`: the one at Microsoft or Google that the mailbox is read by */
  sign_in: 'password' | 'account' | 'none';
  username: string;
  password: string;
  forget: boolean;
}

/** Where mail is handed in (RFC 8314 §3.3; RFC 6409). */
export const usualWayOutPorts = { starttls: '587', tls: '465' } as const;

export function initialWayOut(address: string): WayOutValues {
  return { host: '', port: usualWayOutPorts.starttls, security: 'starttls', sign_in: 'password', username: address, password: '', forget: false };
}

/** A name or an address, without a scheme, a path or a port. */
export function isHost(text: string): boolean {
  return /^[\p{L}\d](?:[\p{L}\d_.-]*[\p{L}\d])?\.?$/u.test(text) || /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text);
}

/** As the API takes it: a user without a password means the connected account. */
export function wayOutUrl({ host, port, security, sign_in, username, password }: WayOutValues): string {
  const secret = sign_in === 'password' ? `:${encodeURIComponent(password)}` : '';
  const login = sign_in === 'none' ? '' : `${encodeURIComponent(username.trim())}${secret}@`;
  const name = asciiName(host.trim());
  return `${security === 'tls' ? 'smtps' : 'smtp'}://${login}${name.includes(':') ? `[${name}]` : name}:${port.trim()}`;
}

/** A name in other letters as the Domain Name System has it (RFC 5890): addresses of mail servers do not say it by themselves. */
function asciiName(name: string): string {
  return URL.canParse(`http://${name}`) && !name.includes(':') ? new URL(`http://${name}`).hostname : name;
}
