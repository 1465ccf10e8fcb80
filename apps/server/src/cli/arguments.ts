/** Thrown for a call that cannot be understood: usage, exit code 2. */
export class UsageError extends Error {}

export type Arguments = {
  /** Words before the first option, e.g. `['admin', 'create']`. */
  words: string[];
  /** @throws UsageError when it is missing or empty */
  need(name: string): string;
  get(name: string): string | undefined;
};

/**
 * Reads `word word --name value --name=value`.
 * @throws UsageError for an option that is not in `known`, is given twice or has no value
 */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = arg.slice(2, equals === -1 ? undefined : equals);
    const value = equals === -1 ? args[(index += 1)] : arg.slice(equals + 1);
    if (!known.includes(name)) throw new UsageError(`There is no option --${name} here.`);
    if (value === undefined || value === '') throw new UsageError(`--${name} needs a value.`);
    if (options.has(name)) throw new UsageError(`--${name} is given twice.`);
    options.set(name, value);
  }
  return {
    words,
    get: (name) => options.get(name),
    need(name) {
      const value = options.get(name);
      if (value === undefined) throw new UsageError(`--${name} is missing.`);
      return value;
    },
  };
}
