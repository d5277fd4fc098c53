CREATE TABLE `related_stories` (
	`article_id` integer NOT NULL,
	`kind` text NOT NULL,
	`related_id` integer NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`article_id`, `kind`, `related_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`related_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "related_stories_kind" CHECK("related_stories"."kind" in ('chosen', 'similar')),
	CONSTRAINT "related_stories_other" CHECK("related_stories"."article_id" <> "related_stories"."related_id")
);
--> statement-breakpoint
CREATE INDEX `related_stories_by_related` ON `related_stories` (`related_id`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug_unique` ON `series` (`slug`);--> statement-breakpoint
CREATE TABLE `series_parts` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`series_id` integer NOT NULL,
	`part` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "series_parts_part" CHECK("series_parts"."part" between 1 and 100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_parts_by_part` ON `series_parts` (`series_id`,`part`);