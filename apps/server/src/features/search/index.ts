export { startSearchIndexer, type SearchIndexer } from './indexing/indexer.ts';
export { reindexWorkspace, type Reindexed } from './indexing/reindex.ts';
export { searchRoutes } from './search.routes.ts';
