export { passwordResetRoutes } from './password-resets.routes.ts';
export { writeReset } from './reset-mail.ts';
