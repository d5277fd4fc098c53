DROP INDEX `comments_import`;--> statement-breakpoint
ALTER TABLE `comments` DROP COLUMN `edited_at`;--> statement-breakpoint
ALTER TABLE `comments` DROP COLUMN `deleted_at`;--> statement-breakpoint
ALTER TABLE `comments` DROP COLUMN `import_source`;--> statement-breakpoint
ALTER TABLE `comments` DROP COLUMN `import_id`;--> statement-breakpoint
ALTER TABLE `articles` DROP COLUMN `planned_at`;--> statement-breakpoint
ALTER TABLE `photos` DROP COLUMN `expires_at`;