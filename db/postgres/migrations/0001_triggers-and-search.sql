CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_deletion_of_correction() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM articles WHERE id = OLD.article_id) THEN RAISE EXCEPTION 'a correction is permanent'; END IF; RETURN OLD; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_change BEFORE UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change('audit events are only ever added');
--> statement-breakpoint
CREATE TRIGGER audit_events_never_vanish BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change('audit events are only ever added');
--> statement-breakpoint
CREATE TRIGGER revisions_never_change BEFORE UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_change('a revision is immutable');
--> statement-breakpoint
CREATE TRIGGER page_revisions_never_change BEFORE UPDATE ON page_revisions FOR EACH ROW EXECUTE FUNCTION refuse_change('a revision is immutable');
--> statement-breakpoint
CREATE TRIGGER corrections_never_change BEFORE UPDATE ON corrections FOR EACH ROW EXECUTE FUNCTION refuse_change('a correction is permanent');
--> statement-breakpoint
CREATE TRIGGER corrections_never_vanish BEFORE DELETE ON corrections FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_correction();
--> statement-breakpoint
CREATE TABLE search_published (id bigint PRIMARY KEY, words tsvector NOT NULL);
--> statement-breakpoint
CREATE TABLE search_drafts (id bigint PRIMARY KEY, words tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX search_published_by_word ON search_published USING gin (words) WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX search_drafts_by_word ON search_drafts USING gin (words) WITH (fastupdate = off);
--> statement-breakpoint
CREATE FUNCTION forget_revision() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM search_published WHERE id = OLD.id; DELETE FROM search_drafts WHERE id = OLD.id; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER search_forgets_revisions AFTER DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION forget_revision();
--> statement-breakpoint
INSERT INTO site_identity (id) VALUES (replace(gen_random_uuid()::text, '-', ''));
