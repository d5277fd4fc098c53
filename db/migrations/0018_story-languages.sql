ALTER TABLE `articles` ADD `language` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `translation_group` integer;--> statement-breakpoint
CREATE INDEX `articles_by_translation` ON `articles` (`translation_group`) WHERE "articles"."translation_group" is not null;