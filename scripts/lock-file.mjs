// Some registries lack builds for systems other than their own, and npm then leaves these out of package-lock.json;
// "npm ci" calls such a file out of date, and on those systems nothing installs. This puts them back by name and version.
// Run after adding a package: node scripts/lock-file.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const lockFile = new URL('../package-lock.json', import.meta.url);
const build = /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|loong64|ppc64|riscv64|s390x)(?:-([a-z]+))?$/;

/** The optional packages that the lock file names as dependencies but does not hold: [{ name, version, dev }]. */
export function findMissing(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const nested = `${path}/node_modules/${name}`;
      const held = lock.packages[nested] ?? lock.packages[`node_modules/${name}`];
      // Builds for WebAssembly are no system of ours, and npm does not miss them.
      if (!held && build.test(name)) missing.set(name, { name, version, dev: entry.dev === true });
    }
  }
  return [...missing.values()];
}

export function complete(lock) {
  for (const { name, version, dev } of findMissing(lock)) {
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} is wanted as ${version}, which is not one version.`);
    const [, os, cpu, kind = ''] = build.exec(name);
    const libc = os !== 'linux' ? undefined : kind.startsWith('musl') ? ['musl'] : kind.startsWith('gnu') ? ['glibc'] : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(dev ? { dev } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os: [os],
    };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return lock;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const missing = findMissing(lock);
  if (missing.length > 0) writeFileSync(lockFile, `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(
    missing.length === 0 ? 'package-lock.json is complete.' : `Put back ${missing.map(({ name }) => name).join(', ')}.`,
  );
}
