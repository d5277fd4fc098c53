CREATE TABLE `comment_confirmations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`comment_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_confirmations_by_comment` ON `comment_confirmations` (`comment_id`);--> statement-breakpoint
CREATE TABLE `__new_comment_findings` (
	`comment_id` integer NOT NULL,
	`phase` text NOT NULL,
	`position` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`comment_id`, `phase`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comment_findings_phase" CHECK("__new_comment_findings"."phase" in ('length', 'closed', 'banned', 'repeatPost', 'links', 'wordList', 'speed', 'honeypot', 'unconfirmed', 'premoderated', 'trust', 'webhook'))
);
--> statement-breakpoint
INSERT INTO `__new_comment_findings`("comment_id", "phase", "position", "reason") SELECT "comment_id", "phase", "position", "reason" FROM `comment_findings`;--> statement-breakpoint
DROP TABLE `comment_findings`;--> statement-breakpoint
ALTER TABLE `__new_comment_findings` RENAME TO `comment_findings`;--> statement-breakpoint
CREATE INDEX `comment_findings_by_phase` ON `comment_findings` (`phase`,`comment_id`);--> statement-breakpoint
ALTER TABLE `articles` ADD `comments_from` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `comments_closed_reason` text;--> statement-breakpoint
ALTER TABLE `comments` ADD `email_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `sections` ADD `comments_policy` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `comments_from` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `comments_close_after_days` integer;--> statement-breakpoint
ALTER TABLE `sections` ADD `comments_closed_at` integer;--> statement-breakpoint
ALTER TABLE `sections` ADD `comments_closed_reason` text;