CREATE TABLE `ads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`url` text NOT NULL,
	`photo_id` integer,
	`active` integer DEFAULT true NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ads_dates" CHECK("ads"."starts_at" is null or "ads"."ends_at" is null or "ads"."starts_at" < "ads"."ends_at")
);
--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`head_revision_id` integer,
	`published_revision_id` integer,
	`section_id` integer,
	`planned_at` integer,
	`publish_at` integer,
	`updated_at` integer,
	`withdrawn_at` integer,
	`withdrawal_reason` text,
	`comments_closed_at` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`head_revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_published_whole" CHECK(("articles"."published_revision_id" is null) = ("articles"."publish_at" is null)),
	CONSTRAINT "articles_withdrawn_with_reason" CHECK(("articles"."withdrawn_at" is null) = ("articles"."withdrawal_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug_unique` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_by_date` ON `articles` (`publish_at`,`id`) WHERE "articles"."published_revision_id" is not null;--> statement-breakpoint
CREATE INDEX `articles_by_section` ON `articles` (`section_id`,`publish_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_by_published_revision` ON `articles` (`published_revision_id`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_events_by_subject` ON `audit_events` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `comment_drafts` (
	`reader_id` text NOT NULL,
	`article_id` integer NOT NULL,
	`parent_id` integer,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`reader_id`, `article_id`),
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comment_tallies` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`approved` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comment_tallies_approved" CHECK("comment_tallies"."approved" >= 0)
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`parent_id` integer,
	`root_id` integer,
	`depth` integer DEFAULT 0 NOT NULL,
	`reader_id` text,
	`person_id` text,
	`author_name` text NOT NULL,
	`author_email` text,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	`import_source` text,
	`import_id` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`root_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "comments_state" CHECK("comments"."state" in ('waiting', 'approved', 'rejected')),
	CONSTRAINT "comments_thread" CHECK(("comments"."parent_id" is null) = ("comments"."root_id" is null))
);
--> statement-breakpoint
CREATE INDEX `comments_by_article` ON `comments` (`article_id`,`state`,`root_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_by_root` ON `comments` (`root_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_by_reader` ON `comments` (`reader_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_waiting` ON `comments` (`id`) WHERE "comments"."state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX `comments_import` ON `comments` (`import_source`,`import_id`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mood_tallies` (
	`article_id` integer NOT NULL,
	`mood` text NOT NULL,
	`votes` integer NOT NULL,
	PRIMARY KEY(`article_id`, `mood`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "mood_tallies_votes" CHECK("mood_tallies"."votes" >= 0)
);
--> statement-breakpoint
CREATE TABLE `moods` (
	`article_id` integer NOT NULL,
	`reader_id` text NOT NULL,
	`mood` text NOT NULL,
	`cast_at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `reader_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "moods_mood" CHECK("moods"."mood" in ('happy', 'sad', 'excited', 'sleepy', 'angry', 'surprise'))
);
--> statement-breakpoint
CREATE INDEX `moods_by_reader` ON `moods` (`reader_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`kind` text DEFAULT 'person' NOT NULL,
	`role` text DEFAULT 'reader' NOT NULL,
	`beat` text,
	`bio` text,
	`call_to_action_label` text,
	`call_to_action_url` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	CONSTRAINT "people_role" CHECK("people"."role" in ('owner', 'admin', 'editor', 'moderator', 'contributor', 'reader')),
	CONSTRAINT "people_kind" CHECK("people"."kind" in ('person', 'organisation')),
	CONSTRAINT "people_email_is_folded" CHECK("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_slug_unique` ON `people` (`slug`);--> statement-breakpoint
CREATE TABLE `photo_uses` (
	`revision_id` integer NOT NULL,
	`position` integer NOT NULL,
	`photo_id` integer NOT NULL,
	`caption` text,
	PRIMARY KEY(`revision_id`, `position`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `photo_uses_by_photo` ON `photo_uses` (`photo_id`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`mime` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`widths` text NOT NULL,
	`caption` text,
	`credit` text,
	`creator` text,
	`agency` text,
	`alt` text,
	`rights` text,
	`licence` text,
	`city` text,
	`taken_at` text,
	`expires_at` integer,
	`focal_x` integer DEFAULT 500 NOT NULL,
	`focal_y` integer DEFAULT 500 NOT NULL,
	`metadata` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "photos_size" CHECK("photos"."width" > 0 and "photos"."height" > 0),
	CONSTRAINT "photos_focal" CHECK("photos"."focal_x" between 0 and 1000 and "photos"."focal_y" between 0 and 1000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `photos_hash_unique` ON `photos` (`hash`);--> statement-breakpoint
CREATE TABLE `rating_tallies` (
	`article_id` integer NOT NULL,
	`stars` integer NOT NULL,
	`votes` integer NOT NULL,
	PRIMARY KEY(`article_id`, `stars`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rating_tallies_votes" CHECK("rating_tallies"."votes" >= 0 and "rating_tallies"."stars" in (1, 2, 3, 4, 5))
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`article_id` integer NOT NULL,
	`reader_id` text NOT NULL,
	`stars` integer NOT NULL,
	`rated_at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `reader_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "ratings_stars" CHECK("ratings"."stars" in (1, 2, 3, 4, 5))
);
--> statement-breakpoint
CREATE INDEX `ratings_by_reader` ON `ratings` (`reader_id`);--> statement-breakpoint
CREATE TABLE `readers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `readers_personId_unique` ON `readers` (`person_id`);--> statement-breakpoint
CREATE TABLE `redirects` (
	`slug` text PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `revision_bylines` (
	`revision_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision_id`, `person_id`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_bylines_by_person` ON `revision_bylines` (`person_id`);--> statement-breakpoint
CREATE TABLE `revision_sources` (
	`revision_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`url` text,
	PRIMARY KEY(`revision_id`, `position`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `revision_tags` (
	`revision_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`revision_id`, `tag_id`),
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revision_tags_by_tag` ON `revision_tags` (`tag_id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`parent_id` integer,
	`headline` text NOT NULL,
	`kicker` text,
	`standfirst` text,
	`section_id` integer,
	`body` text NOT NULL,
	`hero_photo_id` integer,
	`hero_caption` text,
	`word_count` integer NOT NULL,
	`note` text,
	`saved_by` text,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hero_photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revisions_by_article` ON `revisions` (`article_id`,`id`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`position` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_slug_unique` ON `sections` (`slug`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`session_token` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_slug_unique` ON `tags` (`slug`);