export { playChime } from './chime.ts';
export { kinds, settingsQuery, useReadCompliments, useSaveNotificationSettings, ways, type NotificationSettings } from './notification-queries.ts';
export { QuietMenu } from './quiet-menu.tsx';
