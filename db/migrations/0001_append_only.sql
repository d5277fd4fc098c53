CREATE TRIGGER audit_events_never_change BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit events are only ever added'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_vanish BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit events are only ever added'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_never_change BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'a revision is immutable'); END;
