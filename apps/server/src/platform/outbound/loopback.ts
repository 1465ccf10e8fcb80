/** Whether a host name or address, as it was typed, is this machine itself. Only there may mail and passwords go unencrypted. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
