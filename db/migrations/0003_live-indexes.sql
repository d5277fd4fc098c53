DROP INDEX `articles_by_date`;--> statement-breakpoint
DROP INDEX `articles_by_section`;--> statement-breakpoint
CREATE INDEX `articles_live` ON `articles` (`publish_at`,`id`,`withdrawn_at`,`published_revision_id`) WHERE "articles"."published_revision_id" is not null and "articles"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `articles_live_by_section` ON `articles` (`section_id`,`publish_at`,`id`,`withdrawn_at`,`published_revision_id`) WHERE "articles"."published_revision_id" is not null and "articles"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `articles_live_by_revision` ON `articles` (`published_revision_id`,`publish_at`,`id`,`withdrawn_at`) WHERE "articles"."published_revision_id" is not null and "articles"."withdrawn_at" is null;--> statement-breakpoint
DROP INDEX `revision_bylines_by_person`;--> statement-breakpoint
CREATE INDEX `revision_bylines_by_person` ON `revision_bylines` (`person_id`,`revision_id`);--> statement-breakpoint
DROP INDEX `revision_tags_by_tag`;--> statement-breakpoint
CREATE INDEX `revision_tags_by_tag` ON `revision_tags` (`tag_id`,`revision_id`);