export { fileRoutes } from './files.routes.ts';
export { fileUrl } from './file-links.ts';
export { sendGenerated } from './send-generated.ts';
export { sendStored } from './send-stored.ts';
export { contentDisposition, displayName } from './file-names.ts';
export { attachFiles, attachMailFiles, insertFile, storeFile, type IncomingFile, type MailFile, type StoredUpload } from './files.commands.ts';
export { copyMessageFiles, fileValues, removeUnattachedFiles } from './files.queries.ts';
