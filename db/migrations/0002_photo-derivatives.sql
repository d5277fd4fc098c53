ALTER TABLE `photos` ADD `avif_widths` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `thumb_widths` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `colour` text;