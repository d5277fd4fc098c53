ALTER TABLE `articles` ADD `machines_search` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `machines_answers` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `machines_training` text;--> statement-breakpoint
CREATE INDEX `articles_with_answers` ON `articles` (`id`) WHERE coalesce("articles"."machines_search", "articles"."machines_answers", "articles"."machines_training") is not null;