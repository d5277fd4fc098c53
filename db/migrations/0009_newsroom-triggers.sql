CREATE TRIGGER corrections_never_change BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'a correction is permanent'); END;
--> statement-breakpoint
CREATE TRIGGER corrections_never_vanish BEFORE DELETE ON corrections WHEN EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id) BEGIN SELECT RAISE(ABORT, 'a correction is permanent'); END;
--> statement-breakpoint
CREATE TRIGGER page_revisions_never_change BEFORE UPDATE ON page_revisions BEGIN SELECT RAISE(ABORT, 'a revision is immutable'); END;
