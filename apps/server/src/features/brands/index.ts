export { findBrandText, type BrandTextRow } from './brand-texts.queries.ts';
export { createBrand } from './brands.commands.ts';
export { findBrand, findFirstBrand, listBrands, visibleBrandIds, type BrandRow } from './brands.queries.ts';
export { brandRoutes } from './brands.routes.ts';
