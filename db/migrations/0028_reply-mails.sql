CREATE TABLE `reply_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`wanted_at` integer NOT NULL,
	`ask_at` integer,
	`ask_attempts` integer DEFAULT 0 NOT NULL,
	`asked_at` integer,
	`confirmed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reply_addresses_email_unique` ON `reply_addresses` (`email`);--> statement-breakpoint
CREATE INDEX `reply_addresses_to_ask` ON `reply_addresses` (`ask_at`) WHERE "reply_addresses"."ask_at" is not null;--> statement-breakpoint
CREATE TABLE `reply_notices` (
	`address_id` text NOT NULL,
	`comment_id` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	PRIMARY KEY(`address_id`, `comment_id`),
	FOREIGN KEY (`address_id`) REFERENCES `reply_addresses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reply_notices_due` ON `reply_notices` (`due_at`) WHERE "reply_notices"."sent_at" is null;--> statement-breakpoint
CREATE INDEX `reply_notices_by_comment` ON `reply_notices` (`comment_id`);--> statement-breakpoint
CREATE INDEX `reply_notices_by_time` ON `reply_notices` (`queued_at`);--> statement-breakpoint
CREATE TABLE `reply_subscriptions` (
	`comment_id` integer PRIMARY KEY NOT NULL,
	`address_id` text NOT NULL,
	`thread_id` integer NOT NULL,
	`whole_thread` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`address_id`) REFERENCES `reply_addresses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`thread_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reply_subscriptions_by_thread` ON `reply_subscriptions` (`thread_id`);--> statement-breakpoint
CREATE INDEX `reply_subscriptions_by_address` ON `reply_subscriptions` (`address_id`);--> statement-breakpoint
ALTER TABLE `comment_decisions` ADD `mail_at` integer;--> statement-breakpoint
CREATE INDEX `comment_decisions_to_mail` ON `comment_decisions` (`mail_at`) WHERE "comment_decisions"."mail_at" is not null;