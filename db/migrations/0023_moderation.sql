CREATE TABLE `comment_findings` (
	`comment_id` integer NOT NULL,
	`phase` text NOT NULL,
	`position` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`comment_id`, `phase`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comment_findings_phase" CHECK("comment_findings"."phase" in ('length', 'closed', 'banned', 'repeatPost', 'links', 'wordList', 'speed', 'honeypot', 'premoderated', 'trust', 'webhook'))
);
--> statement-breakpoint
CREATE INDEX `comment_findings_by_phase` ON `comment_findings` (`phase`,`comment_id`);--> statement-breakpoint
CREATE TABLE `reader_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reader_id` text NOT NULL,
	`person_id` text,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `reader_notes_by_reader` ON `reader_notes` (`reader_id`,`id`);--> statement-breakpoint
CREATE TABLE `reader_restrictions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reader_id` text NOT NULL,
	`email` text,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`ends_at` integer,
	`added_by` text,
	`created_at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`lifted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "reader_restrictions_kind" CHECK("reader_restrictions"."kind" in ('ban', 'mute'))
);
--> statement-breakpoint
CREATE INDEX `reader_restrictions_by_reader` ON `reader_restrictions` (`reader_id`);--> statement-breakpoint
CREATE INDEX `reader_restrictions_by_email` ON `reader_restrictions` (`email`);--> statement-breakpoint
ALTER TABLE `comments` ADD `is_spam` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `comments_spam` ON `comments` (`id`) WHERE "comments"."is_spam";