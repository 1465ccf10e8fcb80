import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';

const binary = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((path) => existsSync(path)) ?? null;
/** Why tests that need a real IMAP server are skipped; null where there is one. */
export const noDovecot = binary === null ? 'skipped: dovecot-imapd is not installed' : existsSync('/usr/lib/dovecot/imap') || existsSync('/usr/libexec/dovecot/imap') ? null : 'skipped: dovecot has no IMAP here';

export type Dovecot = {
  host: '127.0.0.1';
  /** In the clear, with STARTTLS offered. */
  port: number;
  /** TLS from the first byte; its certificate is its own and for `localhost`. */
  tlsPort: number;
  password: string;
  certificate: string;
  /** A client of its own, for what a person does in their mail program. */
  as<Result>(user: string, work: (client: ImapFlow) => Promise<Result>): Promise<Result>;
  /** Puts a mail into a folder, as its delivery would. */
  deliver(user: string, raw: string, options?: { folder?: string; at?: Date }): Promise<void>;
  /** Many at once, written as the server's own files. */
  fill(user: string, mails: { raw: string; at: Date }[]): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A real IMAP server (Debian's dovecot-imapd) with a configuration and folders of its own, on loopback. Any user may sign in
 * with its password; with `introspection` (RFC 7662) also with an access token that is good there. */
export async function startDovecot({ introspection = null as string | null } = {}): Promise<Dovecot> {
  if (binary === null) throw new Error('dovecot is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'ombud-dovecot-'));
  const isRoot = userInfo().uid === 0;
  // Dovecot reads mail as nobody special, and never as root.
  const [uid, gid] = isRoot ? [Number(execFileSync('id', ['-u', 'mail'])), Number(execFileSync('id', ['-g', 'mail']))] : [userInfo().uid, userInfo().gid];
  await chmod(folder, 0o755);
  const mails = join(folder, 'mail');
  await mkdir(mails);
  await chown(mails, uid, gid);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const password = 'a-mailbox-password';
  makeCertificate(folder);
  const users = isRoot ? '' : `default_login_user = ${userInfo().username}\ndefault_internal_user = ${userInfo().username}\n`;
  await writeFile(join(folder, 'dovecot.conf'), `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
${users}first_valid_uid = 1
ssl = yes
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login${introspection ? ' xoauth2 oauthbearer' : ''}
auth_failure_delay = 0
mail_location = maildir:${mails}/%u
mail_max_userip_connections = 50
namespace inbox {
  inbox = yes
  separator = /
}
${introspection ? `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf
}` : ''}
passdb {
  driver = static
  mechanisms = plain login
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mails}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`);
  if (introspection) await writeFile(join(folder, 'oauth2.conf'), `introspection_url = ${introspection}?token=\nintrospection_mode = get\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`);
  const server = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await listening(port, server).catch(async (error: unknown) => {
    throw new Error(`${String(error)}\n${await readFile(join(folder, 'log'), 'utf8').catch(() => '')}`);
  });

  async function as<Result>(user: string, work: (client: ImapFlow) => Promise<Result>): Promise<Result> {
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth: { user, pass: password }, logger: false, disableAutoIdle: true });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout().catch(() => undefined);
    }
  }

  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    password,
    certificate: await readFile(join(folder, 'certificate.pem'), 'utf8'),
    as,
    deliver: (user, raw, { folder: into = 'INBOX', at = new Date() } = {}) => as(user, async (client) => void (await client.append(into, raw, [], at))),
    async fill(user, given) {
      const box = join(mails, user);
      for (const part of ['', 'new', 'cur', 'tmp']) {
        await mkdir(join(box, part), { recursive: true });
        await chown(join(box, part), uid, gid);
      }
      for (const [index, { raw, at }] of given.entries()) {
        const path = join(box, 'new', `${Math.floor(at.getTime() / 1000)}.M${index}.test`);
        await writeFile(path, raw.replaceAll(/\r\n/g, '\n'));
        await chown(path, uid, gid);
        await utimes(path, at, at);
      }
    },
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', ...files], { stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

async function listening(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) throw new Error(`dovecot ended with ${server.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'data');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      socket.destroy();
    }
  }
  throw new Error('dovecot does not answer');
}

export type Line = { port: number; /** Ends every connection that passes. */ cut(): void; /** Connections hang from now on, nothing passes. */ stall(): void; /** Lets everything pass again. */ mend(): void; /** How many connections were made. */ made(): number; close(): Promise<void> };

/** A line between a client and a server that can be cut. */
export async function openLine(target: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let stalled = false;
  let count = 0;
  const server = createServer((near) => {
    count += 1;
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('data', (bytes) => void (stalled || far.write(bytes)));
    far.on('data', (bytes) => void (stalled || near.write(bytes)));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stall: () => void (stalled = true),
    mend: () => void (stalled = false),
    made: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
