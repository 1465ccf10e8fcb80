import { UsageError } from './arguments.ts';

type Form = { needs: readonly string[]; takes: readonly string[] };

/** What each command needs and takes; kept apart from what they do, so that help and mistakes cost no time. */
const forms = {
  migrate: { needs: [], takes: [] },
  'admin create': { needs: ['email', 'password'], takes: ['name', 'workspace'] },
  'inbox create': { needs: ['address'], takes: ['brand', 'name', 'workspace'] },
  'token create': { needs: ['email'], takes: ['name', 'workspace'] },
  'second-factor reset': { needs: ['email'], takes: ['workspace'] },
  'workspace list': { needs: [], takes: [] },
  'search reindex': { needs: [], takes: ['workspace'] },
  'demo seed': { needs: [], takes: [] },
  'demo remove': { needs: [], takes: [] },
  'backup create': { needs: [], takes: ['to', 'secret'] },
  'backup verify': { needs: ['from'], takes: [] },
  'backup restore': { needs: ['from'], takes: ['secret'] },
} as const satisfies Record<string, Form>;

export type CommandName = keyof typeof forms;

/** The command that the first words name. What was typed is not repeated: it may be a password in the wrong place. */
export function readCommand(args: readonly string[]): { name: CommandName } & Form {
  const end = args.findIndex((arg) => arg.startsWith('--'));
  const words = (end === -1 ? args : args.slice(0, end)).join(' ');
  const name = (Object.keys(forms) as CommandName[]).find((known) => known === words);
  if (!name) throw new UsageError('There is no such command.');
  return { name, ...forms[name] };
}

const line = ([name, { needs, takes }]: [string, Form]) =>
  [`  ${name}`, ...needs.map((option) => `--${option} ${option.toUpperCase()}`), ...takes.map((option) => `[--${option} ${option.toUpperCase()}]`)].join(' ');

export const usage = `npm run ombud -- COMMAND

${Object.entries(forms).map(line).join('\n')}
`;
