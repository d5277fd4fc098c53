CREATE TABLE `comment_complaints` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`side` text NOT NULL,
	`report_id` integer,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`decision_id`) REFERENCES `comment_decisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`report_id`) REFERENCES `comment_reports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "comment_complaints_side" CHECK("comment_complaints"."side" in ('author', 'reporter')),
	CONSTRAINT "comment_complaints_outcome" CHECK("comment_complaints"."outcome" in ('upheld', 'rejected')),
	CONSTRAINT "comment_complaints_decided" CHECK(("comment_complaints"."outcome" is null) = ("comment_complaints"."decided_at" is null))
);
--> statement-breakpoint
CREATE INDEX `comment_complaints_by_decision` ON `comment_complaints` (`decision_id`,`id`);--> statement-breakpoint
CREATE INDEX `comment_complaints_by_report` ON `comment_complaints` (`report_id`);--> statement-breakpoint
CREATE INDEX `comment_complaints_by_outcome` ON `comment_complaints` (`outcome`,`id`);--> statement-breakpoint
CREATE INDEX `comment_complaints_by_time` ON `comment_complaints` (`created_at`);--> statement-breakpoint
CREATE TABLE `comment_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer,
	`outcome` text NOT NULL,
	`ground` text,
	`rule` text,
	`law` text NOT NULL,
	`facts` text NOT NULL,
	`on_report` integer NOT NULL,
	`held_before` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer NOT NULL,
	`reversed_at` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "comment_decisions_outcome" CHECK("comment_decisions"."outcome" in ('kept', 'removed')),
	CONSTRAINT "comment_decisions_ground" CHECK("comment_decisions"."ground" in ('rules', 'law')),
	CONSTRAINT "comment_decisions_rule" CHECK("comment_decisions"."rule" in ('abuse', 'hatred', 'privacy', 'spam', 'offTopic', 'falsehood', 'other')),
	CONSTRAINT "comment_decisions_removed" CHECK(("comment_decisions"."outcome" = 'removed') = ("comment_decisions"."ground" is not null)),
	CONSTRAINT "comment_decisions_rule_of_ground" CHECK(("comment_decisions"."rule" is not null) = (coalesce("comment_decisions"."ground", '') = 'rules'))
);
--> statement-breakpoint
CREATE INDEX `comment_decisions_by_comment` ON `comment_decisions` (`comment_id`,`id`);--> statement-breakpoint
CREATE INDEX `comment_decisions_by_time` ON `comment_decisions` (`decided_at`);--> statement-breakpoint
CREATE TABLE `comment_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer,
	`reason` text NOT NULL,
	`explanation` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text,
	`counted` integer NOT NULL,
	`held` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`decision_id` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decision_id`) REFERENCES `comment_decisions`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "comment_reports_reason" CHECK("comment_reports"."reason" in ('illegal', 'abuse', 'spam', 'other'))
);
--> statement-breakpoint
CREATE INDEX `comment_reports_by_comment` ON `comment_reports` (`comment_id`,`id`);--> statement-breakpoint
CREATE INDEX `comment_reports_by_decision` ON `comment_reports` (`decision_id`,`comment_id`,`id`);--> statement-breakpoint
CREATE INDEX `comment_reports_by_time` ON `comment_reports` (`created_at`);