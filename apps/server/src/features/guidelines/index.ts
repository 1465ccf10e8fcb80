export { guidelineRoutes } from './guidelines.routes.ts';
