export { macroRoutes } from './macros.routes.ts';
