import { first } from './en.first.ts';
import { rest } from './en.rest.ts';

/** One file per area; the keys of English are the keys there are. */
export const catalog = { ...first, ...rest };

type Texts<Area> = { [Key in keyof Area]: string };
type AreasOf<Part> = { [Area in keyof Part]: Texts<Part[Area]> };
export type FirstCatalog = AreasOf<typeof first>;
export type RestCatalog = AreasOf<typeof rest>;
export type Catalog = FirstCatalog & RestCatalog;
