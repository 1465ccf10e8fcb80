export { issueLink, readLink, type LinkMark } from './link-tokens.ts';
export { linkNewestPromise } from './commitment-links.queries.ts';
