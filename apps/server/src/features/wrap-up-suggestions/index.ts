export { wrapUpSuggestionRoutes } from './suggestions.routes.ts';
export { findLikeSolved, likelyTopic } from './find-like.ts';
