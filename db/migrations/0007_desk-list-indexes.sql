CREATE INDEX `articles_by_head_revision` ON `articles` (`head_revision_id`);--> statement-breakpoint
CREATE INDEX `articles_by_creator` ON `articles` (`created_by`,`head_revision_id`);