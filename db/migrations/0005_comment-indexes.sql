DROP INDEX `comments_waiting`;--> statement-breakpoint
CREATE INDEX `comments_by_reader_state` ON `comments` (`reader_id`,`state`,`article_id`);--> statement-breakpoint
CREATE INDEX `comments_by_state` ON `comments` (`state`,`id`);