import { z } from 'zod';
import { join, resolve } from 'node:path';

const port = z.coerce.number().int().min(0).max(65535);
const text = z.string().trim().min(1);

const environment = z.object({
  PORT: port.default(3000),
  OMBUD_HOST: text.default('127.0.0.1'),
  OMBUD_SMTP_HOST: text.default('127.0.0.1'),
  OMBUD_SMTP_PORT: port.default(2525),
  OMBUD_LMTP_PORT: port.optional(),
  OMBUD_DATA_DIR: text.default('./data'),
  DATABASE_URL: text.optional(),
  OMBUD_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  OMBUD_OUTBOUND: z.enum(['send', 'hold']).default('send'),
  OMBUD_WEBHOOK_HOSTS: z.string().toLowerCase().regex(/^\s*[a-z0-9.\-[\]:]+(\s*,\s*[a-z0-9.\-[\]:]+)*\s*$/).optional(),
  OMBUD_PUBLIC_URL: z.url().optional(),
  OMBUD_MICROSOFT_LOGIN: z.url({ protocol: /^https?$/ }).optional(),
  OMBUD_GOOGLE_LOGIN: z.url({ protocol: /^https?$/ }).optional(),
  OMBUD_SECRET: z.string().min(16).optional(),
  OMBUD_BACKUPS: z.enum(['daily', 'off']).optional(),
  OMBUD_BACKUP_DIR: text.optional(),
  OMBUD_BACKUP_AT: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('02:30'),
  OMBUD_BACKUP_DAILY: z.coerce.number().int().min(1).max(366).default(7),
  OMBUD_BACKUP_WEEKLY: z.coerce.number().int().min(0).max(520).default(4),
  OMBUD_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

const aPort = 'a port number from 0 to 65535';
/** What a person is told about a variable that is not as it should be; never its value, which may hold a password. */
const expected: Record<string, string> = {
  PORT: aPort,
  OMBUD_SMTP_PORT: aPort,
  OMBUD_LMTP_PORT: aPort,
  OMBUD_SMTP_URL: 'an address such as smtp://user:password@mail.example.org:587',
  OMBUD_OUTBOUND: 'send or hold',
  OMBUD_WEBHOOK_HOSTS: 'names of hosts, with their ports and with commas between them, such as n8n.internal:5678',
  OMBUD_PUBLIC_URL: 'an address such as https://desk.example.org',
  OMBUD_MICROSOFT_LOGIN: 'an address such as https://login.microsoftonline.us',
  OMBUD_GOOGLE_LOGIN: 'an address such as https://login.example.org',
  OMBUD_SECRET: 'a text of at least 16 characters',
  OMBUD_BACKUPS: 'daily or off',
  OMBUD_BACKUP_AT: 'a time of day in UTC such as 02:30',
  OMBUD_BACKUP_DAILY: 'a whole number from 1 to 366',
  OMBUD_BACKUP_WEEKLY: 'a whole number from 0 to 520',
  OMBUD_LOG: 'one of silent, error, warn, info, debug',
};

export type Role = 'web' | 'worker' | 'mail';

/** All that the program takes from its environment and command line. Ports are TCP ports; 0 means any free one. */
export type Config = {
  port: number;
  host: string;
  smtpHost: string;
  smtpPort: number;
  lmtpPort: number | null;
  dataDir: string;
  databaseUrl: string | null;
  smtpUrl: string | null;
  holdOutbound: boolean;
  /** Hosts of the own network, as they stand in an address (with the port, unless it is the usual one), that webhooks may reach, also by http. */
  webhookHosts: string[];
  /** Where people reach the program, without a slash at the end. Links in mails use it, never a Host header. */
  publicUrl: string;
  /** Where people sign in to their mail account, where it is not the provider's usual place; without a slash at the end. */
  mailLogins: { microsoft: string | null; google: string | null };
  secret: string | null;
  backups: BackupConfig;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  roles: Role[];
  demo: boolean;
};

export type BackupConfig = {
  /** By itself once a day and before each upgrade. */
  daily: boolean;
  folder: string;
  /** Minutes after midnight, UTC. */
  atMinute: number;
  keep: { daily: number; weekly: number };
};

const allRoles: Role[] = ['web', 'worker', 'mail'];

/**
 * Reads the environment and the arguments; empty variables count as absent.
 * @throws Error with one sentence that names the variable or the argument.
 */
export function readConfig(env: Record<string, string | undefined> = process.env, args: string[] = []): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new Error(`${name} must be ${expected[name] ?? 'a text'}.`);
  }
  const unknown = args.find((arg) => arg !== '--demo' && !arg.startsWith('--roles='));
  if (unknown !== undefined) throw new Error(`"${unknown}" is unknown here: npm start -- takes --demo and --roles=${allRoles.join(',')}; all else is set by variables (README).`);
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.OMBUD_HOST,
    smtpHost: e.OMBUD_SMTP_HOST,
    smtpPort: e.OMBUD_SMTP_PORT,
    lmtpPort: e.OMBUD_LMTP_PORT ?? null,
    dataDir: resolve(e.OMBUD_DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    smtpUrl: e.OMBUD_SMTP_URL ?? null,
    holdOutbound: e.OMBUD_OUTBOUND === 'hold',
    webhookHosts: (e.OMBUD_WEBHOOK_HOSTS ?? '').split(',').map((host) => host.trim()).filter(Boolean),
    publicUrl: (e.OMBUD_PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    mailLogins: { microsoft: e.OMBUD_MICROSOFT_LOGIN?.replace(/\/+$/, '') ?? null, google: e.OMBUD_GOOGLE_LOGIN?.replace(/\/+$/, '') ?? null },
    secret: e.OMBUD_SECRET ?? null,
    backups: {
      // Whoever brings their own PostgreSQL has backups of it, as a rule.
      daily: (e.OMBUD_BACKUPS ?? (e.DATABASE_URL === undefined ? 'daily' : 'off')) === 'daily',
      folder: resolve(e.OMBUD_BACKUP_DIR ?? join(e.OMBUD_DATA_DIR, 'backups')),
      atMinute: Number(e.OMBUD_BACKUP_AT.slice(0, 2)) * 60 + Number(e.OMBUD_BACKUP_AT.slice(3)),
      keep: { daily: e.OMBUD_BACKUP_DAILY, weekly: e.OMBUD_BACKUP_WEEKLY },
    },
    logLevel: e.OMBUD_LOG,
    roles: readRoles(args),
    demo: args.includes('--demo'),
  };
}

function readRoles(args: string[]): Role[] {
  const given = args.find((arg) => arg.startsWith('--roles='));
  if (!given) return allRoles;
  const names = given.slice('--roles='.length).split(',').map((name) => name.trim()).filter(Boolean);
  const unknown = names.find((name) => !allRoles.includes(name as Role));
  if (unknown || names.length === 0) throw new Error(`--roles takes some of ${allRoles.join(', ')}; not "${unknown ?? ''}".`);
  return allRoles.filter((role) => names.includes(role));
}
