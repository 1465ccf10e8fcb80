export { healthRoutes } from './health.routes.ts';
export { measureHttp } from './http-metrics.ts';
