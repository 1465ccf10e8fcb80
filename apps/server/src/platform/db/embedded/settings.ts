import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { writeAtomically } from './data-dir.ts';

/** Durable, and small enough for a machine with 1 GB. */
const durableSettings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  wal_compression: 'on',
  wal_level: 'replica',
  max_wal_senders: '2',
  synchronous_commit: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  jit: 'off',
  huge_pages: 'off',
  autovacuum: 'on',
  autovacuum_max_workers: '2',
  io_workers: '2',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  listen_addresses: '',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Failed statements reach the program, which logs them without personal text; here only what the
  // server has to say about itself is kept.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_line_prefix: '%m [%p] ',
};

const throwAwaySettings: Record<string, string> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
};

/**
 * Writes `postgresql.conf` and answers a fingerprint of everything that a running server must agree
 * with before it is adopted. Own settings go into `custom.conf` beside it.
 */
export async function writeSettings(cluster: string, binaries: Binaries, durable: boolean): Promise<string> {
  const settings = durable ? durableSettings : { ...durableSettings, ...throwAwaySettings };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([settings, binaries.identity]))
    .digest('hex')
    .slice(0, 32);
  const lines = Object.entries({ ...settings, 'ombud.settings': fingerprint }).map(([name, value]) => `${name} = '${value}'`);
  const text = [
    '# Written by Ombud at every start; put settings of your own into custom.conf.',
    ...lines,
    "include_if_exists = 'custom.conf'",
    '',
  ];
  await writeAtomically(join(cluster, 'postgresql.conf'), text.join('\n'));
  return fingerprint;
}
