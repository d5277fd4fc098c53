CREATE TABLE `search_words` (
	`word` text PRIMARY KEY NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_published USING fts5(headline, summary, body, captions, authors, filters, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_drafts USING fts5(headline, summary, body, captions, authors, filters, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
CREATE TRIGGER search_forgets_revisions AFTER DELETE ON revisions BEGIN DELETE FROM search_published WHERE rowid = OLD.id; DELETE FROM search_drafts WHERE rowid = OLD.id; END;
