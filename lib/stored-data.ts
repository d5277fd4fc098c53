import { COOKIE_DAYS, RETENTION } from './retention'

/** Time until data is deleted: by itself after so many days, or by a person. */
export type StoredTime =
	| { days: number }
	| { afterDecision: number }
	| { afterHandling: number }
	| 'forGood'
	| 'forever'
	| 'untilAccount'
	| 'day'

export type StoredKind =
	| 'votes'
	| 'comments'
	| 'unconfirmed'
	| 'restrictions'
	| 'keptRestrictions'
	| 'drafts'
	| 'replyMails'
	| 'replyNotices'
	| 'reports'
	| 'decisions'
	| 'messages'
	| 'accounts'
	| 'sessions'
	| 'links'
	| 'staff'
	| 'networks'

/** Personal data by kind, with the tables that hold it: the lines of the page on stored data. */
export const STORED_DATA: Record<StoredKind, { time: StoredTime; tables: readonly string[] }> = {
	votes: {
		time: 'forGood',
		tables: [
			...['readers', 'moods', 'ratings', 'saved_articles', 'respects', 'set_aside_votes'],
			...['ignored_readers', 'notices_seen'],
		],
	},
	comments: { time: 'forGood', tables: ['comments', 'comment_versions', 'comment_findings'] },
	/** Rows of `comments`. */
	unconfirmed: { time: { days: RETENTION.unconfirmedCommentDays }, tables: [] },
	restrictions: { time: 'forGood', tables: ['reader_restrictions', 'reader_notes'] },
	keptRestrictions: { time: { days: RETENTION.keptRestrictionDays }, tables: ['kept_restrictions'] },
	drafts: { time: { days: RETENTION.commentDraftDays }, tables: ['comment_drafts'] },
	replyMails: {
		time: { days: RETENTION.replyMailDays },
		tables: ['reply_addresses', 'reply_subscriptions'],
	},
	replyNotices: { time: { days: RETENTION.replyNoticeDays }, tables: ['reply_notices'] },
	reports: {
		time: { afterDecision: RETENTION.reportDays },
		tables: ['comment_reports', 'comment_complaints'],
	},
	decisions: { time: 'forever', tables: ['comment_decisions'] },
	messages: { time: { afterHandling: RETENTION.messageDays }, tables: ['accessibility_messages'] },
	accounts: {
		time: 'untilAccount',
		tables: [
			'people',
			'credentials',
			'external_accounts',
			'former_names',
			'person_redirects',
			'totp_secrets',
			'recovery_codes',
			'passkeys',
		],
	},
	sessions: { time: { days: RETENTION.sessionDays }, tables: ['sessions', 'sign_in_challenges'] },
	links: {
		time: { days: RETENTION.invitationDays },
		tables: ['invitations', 'email_confirmations', 'comment_confirmations'],
	},
	staff: {
		time: 'forever',
		tables: [
			'articles',
			'audit_events',
			'autosaves',
			'corrections',
			'front_pages',
			'page_revisions',
			'person_pictures',
			'photos',
			'preview_links',
			'revision_bylines',
			'revision_names',
			'revision_sources',
			'revisions',
			'story_editors',
			'story_notes',
			'trashed_rows',
		],
	},
	networks: { time: 'day', tables: [] },
}

export type CookieKind =
	| 'reader'
	| 'session'
	| 'known'
	| 'secondStep'
	| 'provider'
	| 'connect'
	| 'codes'
	| 'recentWrite'
	| 'islands'
	| 'appearance'
	| 'thread'
	| 'signedOut'
	| 'ads'

/** Lifetimes of the cookies; `seconds` has words of its own. */
export const COOKIE_TIMES: Record<CookieKind, { days: number } | { minutes: number } | 'seconds'> = {
	reader: { days: COOKIE_DAYS.longest },
	session: { days: RETENTION.sessionDays },
	known: { days: COOKIE_DAYS.longest },
	secondStep: { minutes: RETENTION.secondStepMinutes },
	provider: { minutes: RETENTION.providerSignInMinutes },
	connect: { minutes: RETENTION.providerSignInMinutes },
	codes: { minutes: RETENTION.recoveryCodesMinutes },
	recentWrite: 'seconds',
	islands: { days: COOKIE_DAYS.longest },
	appearance: { days: COOKIE_DAYS.longest },
	thread: { days: COOKIE_DAYS.longest },
	signedOut: { days: COOKIE_DAYS.longest },
	ads: { days: COOKIE_DAYS.closedAds },
}
