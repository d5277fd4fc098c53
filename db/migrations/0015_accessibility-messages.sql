CREATE TABLE `accessibility_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`text` text NOT NULL,
	`page` text NOT NULL,
	`email` text NOT NULL,
	`received_at` integer NOT NULL,
	`handled_at` integer,
	`handled_by` text,
	FOREIGN KEY (`handled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `accessibility_messages_by_handling` ON `accessibility_messages` (`handled_at`,`id`);