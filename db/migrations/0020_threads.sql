CREATE TABLE `comment_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`body` text NOT NULL,
	`replaced_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_versions_by_comment` ON `comment_versions` (`comment_id`,`id`);--> statement-breakpoint
CREATE TABLE `respect_tallies` (
	`comment_id` integer PRIMARY KEY NOT NULL,
	`votes` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "respect_tallies_votes" CHECK("respect_tallies"."votes" >= 0)
);
--> statement-breakpoint
CREATE INDEX `respect_tallies_by_votes` ON `respect_tallies` (`votes`,`comment_id`);--> statement-breakpoint
CREATE TABLE `respects` (
	`comment_id` integer NOT NULL,
	`reader_id` text NOT NULL,
	`cast_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `reader_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `respects_by_reader` ON `respects` (`reader_id`,`comment_id`);--> statement-breakpoint
ALTER TABLE `comments` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `picked_at` integer;--> statement-breakpoint
CREATE INDEX `comments_by_account` ON `comments` (`article_id`,`state`,`id`) WHERE "comments"."person_id" is not null;--> statement-breakpoint
CREATE INDEX `comments_picked` ON `comments` (`article_id`) WHERE "comments"."picked_at" is not null;