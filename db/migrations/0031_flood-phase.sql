PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_comment_findings` (
	`comment_id` integer NOT NULL,
	`phase` text NOT NULL,
	`position` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`comment_id`, `phase`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comment_findings_phase" CHECK("__new_comment_findings"."phase" in ('length', 'closed', 'banned', 'repeatPost', 'links', 'wordList', 'speed', 'flood', 'honeypot', 'unconfirmed', 'premoderated', 'trust', 'webhook'))
);
--> statement-breakpoint
INSERT INTO `__new_comment_findings`("comment_id", "phase", "position", "reason") SELECT "comment_id", "phase", "position", "reason" FROM `comment_findings`;--> statement-breakpoint
DROP TABLE `comment_findings`;--> statement-breakpoint
ALTER TABLE `__new_comment_findings` RENAME TO `comment_findings`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `comment_findings_by_phase` ON `comment_findings` (`phase`,`comment_id`);