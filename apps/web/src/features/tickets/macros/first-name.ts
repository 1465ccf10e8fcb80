/** "Maja Svensson" and "Svensson, Maja" are Maja; nobody is called by their address. As the server has it. */
export function firstNameOf(name: string): string {
  const afterComma = name.includes(',') ? name.slice(name.indexOf(',') + 1).trim() : '';
  const word = (afterComma || name).trim().split(/\s+/)[0] ?? '';
  return word.includes('@') ? '' : word;
}
