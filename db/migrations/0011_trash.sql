CREATE TABLE `tag_redirects` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tag_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trashed_rows` (
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	`trashed_at` integer NOT NULL,
	`trashed_by` text,
	`emptied_at` integer,
	PRIMARY KEY(`kind`, `row_id`),
	FOREIGN KEY (`trashed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `trashed_rows_by_time` ON `trashed_rows` (`trashed_at`);