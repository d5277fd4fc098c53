CREATE TABLE `external_accounts` (
	`provider` text NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `account_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "external_accounts_provider" CHECK("external_accounts"."provider" in ('github', 'google'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `external_accounts_by_person` ON `external_accounts` (`person_id`,`provider`);