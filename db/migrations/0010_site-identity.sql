CREATE TABLE `site_identity` (
	`id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
INSERT INTO `site_identity` (`id`) VALUES (lower(hex(randomblob(16))));
