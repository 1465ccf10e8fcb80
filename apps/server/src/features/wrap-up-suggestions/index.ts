export { wrapUpSuggestionRoutes } from './suggestions.routes.ts';
