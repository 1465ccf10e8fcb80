export { findSkill, type SkillRow } from './skills.queries.ts';
export { skillRoutes } from './skills.routes.ts';
export { skillKinds, type SkillKind } from './skills.schemas.ts';
