CREATE TABLE `saved_articles` (
	`article_id` integer NOT NULL,
	`reader_id` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `reader_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_articles_by_reader` ON `saved_articles` (`reader_id`,`saved_at`);