CREATE TABLE `kept_restrictions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address_hmac` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`ends_at` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	CONSTRAINT "kept_restrictions_kind" CHECK("kept_restrictions"."kind" in ('ban', 'mute'))
);
--> statement-breakpoint
CREATE INDEX `kept_restrictions_by_address` ON `kept_restrictions` (`address_hmac`);--> statement-breakpoint
ALTER TABLE `comments` ADD `tombstone_until` integer;--> statement-breakpoint
CREATE INDEX `comments_tombstones` ON `comments` (`article_id`) WHERE "comments"."tombstone_until" is not null;--> statement-breakpoint
CREATE INDEX `comments_ended_tombstones` ON `comments` (`tombstone_until`) WHERE "comments"."tombstone_until" is not null;--> statement-breakpoint
CREATE INDEX `people_by_role` ON `people` (`role`);