CREATE TABLE `email_confirmations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `email_confirmations_by_person` ON `email_confirmations` (`person_id`);--> statement-breakpoint
ALTER TABLE `people` ADD `email_confirmed_at` integer;--> statement-breakpoint
UPDATE `people` SET `email_confirmed_at` = `created_at` WHERE `email` IS NOT NULL AND `role` <> 'reader';
