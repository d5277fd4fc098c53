CREATE TABLE `ignored_readers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reader_id` text NOT NULL,
	`ignored_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ignored_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ignored_readers_other" CHECK("ignored_readers"."reader_id" <> "ignored_readers"."ignored_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ignored_readers_by_reader` ON `ignored_readers` (`reader_id`,`ignored_id`);--> statement-breakpoint
CREATE INDEX `ignored_readers_by_ignored` ON `ignored_readers` (`ignored_id`);