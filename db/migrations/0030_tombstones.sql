ALTER TABLE `comments` ADD `tombstone_until` integer;--> statement-breakpoint
CREATE INDEX `comments_tombstones` ON `comments` (`article_id`) WHERE "comments"."tombstone_until" is not null;--> statement-breakpoint
CREATE INDEX `comments_ended_tombstones` ON `comments` (`tombstone_until`) WHERE "comments"."tombstone_until" is not null;