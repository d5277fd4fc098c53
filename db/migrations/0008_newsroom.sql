CREATE TABLE `gone_addresses` (
	`slug` text PRIMARY KEY NOT NULL,
	`headline` text NOT NULL,
	`reason` text NOT NULL,
	`withdrawn_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `section_redirects` (
	`slug` text PRIMARY KEY NOT NULL,
	`section_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `autosaves` (
	`token` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`article_id` integer,
	`base_revision_id` integer,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`base_revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `autosaves_by_person` ON `autosaves` (`person_id`,`article_id`,`saved_at`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`kind` text NOT NULL,
	`placement` text DEFAULT 'foot' NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`added_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "corrections_kind" CHECK("corrections"."kind" in ('correction', 'clarification', 'update'))
);
--> statement-breakpoint
CREATE INDEX `corrections_by_article` ON `corrections` (`article_id`,`id`);--> statement-breakpoint
CREATE TABLE `preview_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `preview_links_by_article` ON `preview_links` (`article_id`);--> statement-breakpoint
CREATE TABLE `revision_names` (
	`revision_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`named_by` text,
	`named_at` integer NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`named_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `story_editors` (
	`token` text PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`typed_at` integer,
	`taken_over_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`taken_over_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `story_editors_by_article` ON `story_editors` (`article_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `story_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`person_id` text,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_notes_by_article` ON `story_notes` (`article_id`,`id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkeys_by_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_redirects` (
	`slug` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_challenges` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`challenge` text,
	`expires_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `totp_secrets` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `person_pictures` (
	`person_id` text PRIMARY KEY NOT NULL,
	`photo_id` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_pictures_by_photo` ON `person_pictures` (`photo_id`);--> statement-breakpoint
CREATE TABLE `ad_counts` (
	`ad_id` integer NOT NULL,
	`day` text NOT NULL,
	`impressions` integer DEFAULT 0 NOT NULL,
	`clicks` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`ad_id`, `day`),
	FOREIGN KEY (`ad_id`) REFERENCES `ads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `demo_rows` (
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	PRIMARY KEY(`kind`, `row_id`)
);
--> statement-breakpoint
CREATE TABLE `front_pages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`arrangement` text NOT NULL,
	`starts_at` integer NOT NULL,
	`saved_by` text,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `front_pages_by_start` ON `front_pages` (`starts_at`,`id`);--> statement-breakpoint
CREATE TABLE `page_revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`page_id` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`saved_by` text,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `page_revisions_by_page` ON `page_revisions` (`page_id`,`id`);--> statement-breakpoint
CREATE TABLE `pages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`head_revision_id` integer,
	`published_revision_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`head_revision_id`) REFERENCES `page_revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_revision_id`) REFERENCES `page_revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_slug_unique` ON `pages` (`slug`);--> statement-breakpoint
CREATE TABLE `site_files` (
	`name` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `ads` ADD `slot` text DEFAULT 'corner' NOT NULL;--> statement-breakpoint
ALTER TABLE `ads` ADD `label` text;--> statement-breakpoint
ALTER TABLE `ads` ADD `section_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `ads` ADD `after_paragraph` integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE `ads` ADD `weight` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `ads` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `appeared_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `stage` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `assigned_to` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `articles` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `planned_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `comments_policy` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `moods_shown` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `ratings_shown` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `deleted_by` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `articles_by_stage` ON `articles` (`stage`,`head_revision_id`) WHERE "articles"."stage" <> 'draft';--> statement-breakpoint
CREATE INDEX `articles_by_due` ON `articles` (`due_at`) WHERE "articles"."due_at" is not null;--> statement-breakpoint
CREATE INDEX `articles_by_planned` ON `articles` (`planned_at`) WHERE "articles"."planned_at" is not null;--> statement-breakpoint
CREATE INDEX `articles_by_assignee` ON `articles` (`assigned_to`,`head_revision_id`);--> statement-breakpoint
CREATE INDEX `articles_in_trash` ON `articles` (`deleted_at`) WHERE "articles"."deleted_at" is not null;--> statement-breakpoint
ALTER TABLE `invitations` ADD `kind` text DEFAULT 'account' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `email` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `name` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `person_id` text REFERENCES people(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `invitations` ADD `created_by` text REFERENCES people(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `people` ADD `profiles` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `fediverse` text;--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`name`,`id`);--> statement-breakpoint
ALTER TABLE `photos` ADD `rights_end_on` text;--> statement-breakpoint
CREATE INDEX `photos_by_rights_end` ON `photos` (`rights_end_on`) WHERE "photos"."rights_end_on" is not null;--> statement-breakpoint
ALTER TABLE `sections` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `sections` ADD `merged_into_id` integer REFERENCES sections(id);--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer;--> statement-breakpoint
CREATE INDEX `audit_events_by_person` ON `audit_events` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_by_parent` ON `comments` (`parent_id`) WHERE "comments"."parent_id" is not null;--> statement-breakpoint
CREATE INDEX `comments_by_time` ON `comments` (`created_at`,`state`,`article_id`);--> statement-breakpoint
CREATE INDEX `moods_by_time` ON `moods` (`cast_at`,`article_id`,`mood`);--> statement-breakpoint
CREATE INDEX `revisions_by_section` ON `revisions` (`section_id`);--> statement-breakpoint
CREATE INDEX `revisions_by_parent` ON `revisions` (`parent_id`);--> statement-breakpoint
CREATE INDEX `revisions_by_hero` ON `revisions` (`hero_photo_id`);--> statement-breakpoint
CREATE INDEX `revisions_by_saver` ON `revisions` (`saved_by`);