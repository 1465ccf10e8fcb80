export { ConditionRow } from '../views/condition-row.tsx';
export { allGuidelinesOptions, guidelineKeys, versionsOptions, type Guideline, type GuidelineConditions, type GuidelineMoment, type GuidelineVersion } from './guideline-queries.ts';
export { GuidelineText } from './guideline-text.tsx';
export { guidelineMoments, momentWord, useConditionWords } from './guideline-words.ts';
