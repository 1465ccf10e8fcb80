export { type DataDir, claimDataDir, markDataDir } from './data-dir.ts';
export { type EmbeddedOptions, type EmbeddedPostgres, openEmbeddedPostgres, startEmbeddedPostgres } from './start.ts';
export { setClusterAside } from './set-aside.ts';
export { StartError, type StartErrorCode } from './start-error.ts';
