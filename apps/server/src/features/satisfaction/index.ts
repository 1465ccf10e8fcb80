export { startSurveys, surveyQueue } from './ask-due.ts';
export { listSurveys } from './answers.queries.ts';
export { followStep as planSurveysStep, startSurveyPlanner } from './follow-feed.ts';
export { ratingPageRoutes } from './page/rating-page.routes.ts';
export { toSurvey } from './satisfaction.views.ts';
export { issueRatingLink, readRatingLink } from './rating-links.ts';
export { satisfactionRoutes, satisfactionSettingsRoutes } from './satisfaction.routes.ts';
