CREATE TABLE `set_aside_votes` (
	`article_id` integer NOT NULL,
	`reader_id` text NOT NULL,
	`kind` text NOT NULL,
	`choice` text,
	`cast_at` integer NOT NULL,
	`burst` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decision_id` integer,
	PRIMARY KEY(`article_id`, `reader_id`, `kind`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decision_id`) REFERENCES `vote_decisions`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "set_aside_votes_kind" CHECK("set_aside_votes"."kind" in ('mood', 'rating')),
	CONSTRAINT "set_aside_votes_state" CHECK("set_aside_votes"."state" in ('waiting', 'counted', 'discarded')),
	CONSTRAINT "set_aside_votes_choice" CHECK("set_aside_votes"."choice" is null or ("set_aside_votes"."kind" = 'mood' and "set_aside_votes"."choice" in ('happy', 'sad', 'excited', 'sleepy', 'angry', 'surprise')) or ("set_aside_votes"."kind" = 'rating' and "set_aside_votes"."choice" in ('1', '2', '3', '4', '5')))
);
--> statement-breakpoint
CREATE INDEX `set_aside_votes_by_reader` ON `set_aside_votes` (`reader_id`);--> statement-breakpoint
CREATE INDEX `set_aside_votes_by_time` ON `set_aside_votes` (`cast_at`,`article_id`,`kind`,`state`);--> statement-breakpoint
CREATE INDEX `set_aside_votes_by_burst` ON `set_aside_votes` (`article_id`,`burst`,`state`);--> statement-breakpoint
CREATE TABLE `vote_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`burst` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`votes` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "vote_decisions_outcome" CHECK("vote_decisions"."outcome" in ('release', 'discard'))
);
--> statement-breakpoint
CREATE INDEX `vote_decisions_by_article` ON `vote_decisions` (`article_id`,`decided_at`);