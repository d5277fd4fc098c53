import { sql } from 'drizzle-orm'
import { bool, check, createdAt, enumText, foreignId, id, index, table, text, timestamp } from '../columns'
import { among } from './among'
import { comments } from './comments'
import { people } from './people'

/** `illegal`: a notice under Article 16 of the Digital Services Act, Regulation (EU) 2022/2065. */
export const REPORT_REASONS = ['illegal', 'abuse', 'spam', 'other'] as const
export const DECISION_OUTCOMES = ['kept', 'removed'] as const
/** The ground of a removal: the rules for comments on the site, or the law. */
export const DECISION_GROUNDS = ['rules', 'law'] as const
/** The rules for comments on the site. */
export const COMMENT_RULES = ['abuse', 'hatred', 'privacy', 'spam', 'offTopic', 'falsehood', 'other'] as const

/** Decisions of people about comments, each a statement of reasons under Article 17 of the same regulation. */
export const commentDecisions = table(
	'comment_decisions',
	{
		id: id(),
		/** Null once the comment is deleted for ever. */
		commentId: foreignId().references(() => comments.id, { onDelete: 'set null' }),
		outcome: enumText(DECISION_OUTCOMES).notNull(),
		/** Null if the comment was kept. */
		ground: enumText(DECISION_GROUNDS),
		rule: enumText(COMMENT_RULES),
		/** The provision, if the ground is the law; else empty. */
		law: text().notNull(),
		/** The facts in free words; empty if the rule says all. */
		facts: text().notNull(),
		/** Whether it follows reports; otherwise it is on the newsroom's own initiative. */
		onReport: bool().notNull(),
		/** Whether an automatic rule, or reports, held the comment before. */
		heldBefore: bool().notNull(),
		decidedBy: text().references(() => people.id, { onDelete: 'set null' }),
		decidedAt: createdAt(),
		/** Time of a later decision that reversed it. */
		reversedAt: timestamp(),
		/** Time from which its mails may be sent; null if none are due. */
		mailAt: timestamp(),
	},
	(t) => [
		index('comment_decisions_to_mail').on(t.mailAt).where(sql`${t.mailAt} is not null`),
		index('comment_decisions_by_comment').on(t.commentId, t.id),
		index('comment_decisions_by_time').on(t.decidedAt),
		check('comment_decisions_outcome', among(t.outcome, DECISION_OUTCOMES)),
		check('comment_decisions_ground', among(t.ground, DECISION_GROUNDS)),
		check('comment_decisions_rule', among(t.rule, COMMENT_RULES)),
		check('comment_decisions_removed', sql`(${t.outcome} = 'removed') = (${t.ground} is not null)`),
		check(
			'comment_decisions_rule_of_ground',
			sql`(${t.rule} is not null) = (coalesce(${t.ground}, '') = 'rules')`,
		),
	],
)

/** Reports of comments, by anybody. The texts and the address of a report are deleted some time after its decision. */
export const commentReports = table(
	'comment_reports',
	{
		id: id(),
		/** Null once the comment is deleted for ever. */
		commentId: foreignId().references(() => comments.id, { onDelete: 'set null' }),
		reason: enumText(REPORT_REASONS).notNull(),
		explanation: text().notNull(),
		/** Empty if not given, and after its time. */
		name: text().notNull(),
		email: text().notNull(),
		/** Hash of the token in the address of the receipt; null after its time. */
		tokenHash: text(),
		/** Whether it counts towards the reports that hold a comment: the first of a network, sent by a person. */
		counted: bool().notNull(),
		/** Whether it put the comment back to waiting, as the last of so many. */
		held: bool().notNull().default(false),
		createdAt: createdAt(),
		/** Null while it waits. */
		decisionId: foreignId().references(() => commentDecisions.id, { onDelete: 'set null' }),
	},
	(t) => [
		index('comment_reports_by_comment').on(t.commentId, t.id),
		index('comment_reports_by_decision').on(t.decisionId, t.commentId, t.id),
		index('comment_reports_by_time').on(t.createdAt),
		check('comment_reports_reason', among(t.reason, REPORT_REASONS)),
	],
)

export const COMPLAINT_SIDES = ['author', 'reporter'] as const
export const COMPLAINT_OUTCOMES = ['upheld', 'rejected'] as const

/** Complaints against decisions, as Article 20 of the same regulation has them for large platforms. */
export const commentComplaints = table(
	'comment_complaints',
	{
		id: id(),
		decisionId: foreignId()
			.notNull()
			.references(() => commentDecisions.id, { onDelete: 'cascade' }),
		side: enumText(COMPLAINT_SIDES).notNull(),
		/** The report of a complaint by its sender. */
		reportId: foreignId().references(() => commentReports.id, { onDelete: 'cascade' }),
		/** Empty after its time. */
		text: text().notNull(),
		createdAt: createdAt(),
		/** Null while it waits. */
		outcome: enumText(COMPLAINT_OUTCOMES),
		answer: text().notNull().default(''),
		decidedBy: text().references(() => people.id, { onDelete: 'set null' }),
		decidedAt: timestamp(),
	},
	(t) => [
		index('comment_complaints_by_decision').on(t.decisionId, t.id),
		index('comment_complaints_by_report').on(t.reportId),
		index('comment_complaints_by_outcome').on(t.outcome, t.id),
		index('comment_complaints_by_time').on(t.createdAt),
		check('comment_complaints_side', among(t.side, COMPLAINT_SIDES)),
		check('comment_complaints_outcome', among(t.outcome, COMPLAINT_OUTCOMES)),
		check('comment_complaints_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
	],
)
