export { startFileReader, type FileReader } from './files/file-reader.ts';
export { startSearchIndexer, type SearchIndexer } from './indexing/indexer.ts';
export { reindexWorkspace, type Reindexed } from './indexing/reindex.ts';
export { findLikeTickets } from './like.ts';
export { searchRoutes } from './search.routes.ts';
