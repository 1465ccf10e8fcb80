-- A list by priority goes from one priority to the next. Most tickets are normal: any index meets those soon.
create index tickets_priority on tickets (workspace_id, folder, status, priority, updated_at desc, id desc) where priority <> 'normal';
