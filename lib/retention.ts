/**
 * Times after which personal data is deleted without a person: the code that deletes it and the page on stored data
 * take them from here.
 */
export const RETENTION = {
	/** Of a session, from its sign-in: covers a weekly visit; sign-out ends it earlier. */
	sessionDays: 30,
	/** Of an unused invitation. */
	invitationDays: 7,
	/** Of an unused link that confirms an e-mail address. */
	emailConfirmationDays: 7,
	/** Of an unused link for a new password. */
	passwordLinkMinutes: 60,
	/** Between the two steps of a sign-in: enough to fetch a phone. */
	secondStepMinutes: 5,
	/** Between the start of a sign-in at a provider and its end: enough to find a password there. */
	providerSignInMinutes: 15,
	/** Of the cookie with new recovery codes, until they are shown. */
	recoveryCodesMinutes: 10,
	/** Of a comment draft, which is saved for the redirect to the sign-in page. */
	commentDraftDays: 7,
	/**
	 * Of the restriction of a deleted account, whose address is then a keyed hash: longer than most people wait to come
	 * back, and no restriction for life of a person about whom all else is deleted.
	 */
	keptRestrictionDays: 365,
	/**
	 * Of a comment that waits for its author's confirmed address, from its writing: longer than the link of its mail, so
	 * that a moderator can still approve it.
	 */
	unconfirmedCommentDays: 30,
	/**
	 * Of the line that the author has deleted a comment without replies: those who read the comment look for it within
	 * days, and later the line is about nothing. With replies it stays.
	 */
	tombstoneDays: 30,
	/** Of a message about accessibility, from its handling: enough for a later question about the answer. */
	messageDays: 180,
	/**
	 * Of the name, the address, the explanation and the receipt of a report, and of the text of a complaint, from the
	 * decision: the time for a complaint, which Article 20 of Regulation (EU) 2022/2065 sets to six months, and as long
	 * again for its decision.
	 */
	reportDays: 365,
	/**
	 * Of the wish for mails about replies, from the comment: few comments are answered after a year, and a mail about a
	 * forgotten one would surprise.
	 */
	replyMailDays: 365,
	/** Of the record that a reply was mailed: a reply that is approved later than this is not mailed. */
	replyNoticeDays: 30,
	/** Of an address whose link for mails about replies was not confirmed. */
	replyLinkDays: 7,
	/** Of stories and other things in the trash. */
	trashDays: 30,
	/** Of the mark that a story is open at the desk. */
	openFormDays: 1,
} as const

/** Lifetimes of cookies in days; browsers cap them at 400. */
export const COOKIE_DAYS = { longest: 400, closedAds: 90 } as const
