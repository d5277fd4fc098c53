CREATE TABLE `pings` (
	`kind` text NOT NULL,
	`article_id` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`kind`, `article_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pings_by_time` ON `pings` (`due_at`);--> statement-breakpoint
CREATE INDEX `pings_by_article` ON `pings` (`article_id`);