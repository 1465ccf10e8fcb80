/** Thrown for a call that cannot be understood: usage, exit code 2. */
export class UsageError extends Error {}

export type Arguments = {
  /** @throws UsageError when it is missing */
  need(name: string): string;
  get(name: string): string | undefined;
};

/**
 * Reads the options in `word word --name value --name=value`.
 * @throws UsageError for an option that the command does not take, that is given twice, has no value or is missing
 */
export function readArguments(args: readonly string[], { needs, takes }: { needs: readonly string[]; takes: readonly string[] }): Arguments {
  const options = new Map<string, string>();
  const first = args.findIndex((arg) => arg.startsWith('--'));
  for (let index = first === -1 ? args.length : first; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (!arg.startsWith('--')) throw new UsageError('A value stands without its option; put quotes around one that has spaces.');
    const equals = arg.indexOf('=');
    const name = arg.slice(2, equals === -1 ? undefined : equals);
    const value = equals === -1 ? args[(index += 1)] : arg.slice(equals + 1);
    if (!needs.includes(name) && !takes.includes(name)) throw new UsageError(`There is no option --${name} here.`);
    if (value === undefined || value === '') throw new UsageError(`--${name} needs a value.`);
    if (options.has(name)) throw new UsageError(`--${name} is given twice.`);
    options.set(name, value);
  }
  const get = (name: string) => options.get(name);
  function need(name: string): string {
    const value = options.get(name);
    if (value === undefined) throw new UsageError(`--${name} is missing.`);
    return value;
  }
  for (const name of needs) need(name);
  return { get, need };
}
