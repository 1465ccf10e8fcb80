export { playChime } from './chime.ts';
export { kinds, settingsQuery, useSaveNotificationSettings, ways, type NotificationSettings } from './notification-queries.ts';
export { QuietMenu } from './quiet-menu.tsx';
