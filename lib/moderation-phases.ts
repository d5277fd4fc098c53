/** Phases of automatic moderation, in their order. */
export const MODERATION_PHASES = [
	'length',
	'closed',
	'banned',
	'repeatPost',
	'links',
	'wordList',
	'speed',
	'flood',
	'honeypot',
	'unconfirmed',
	'premoderated',
	'trust',
	'webhook',
] as const
export type ModerationPhase = (typeof MODERATION_PHASES)[number]

export const isModerationPhase = (text: string): text is ModerationPhase =>
	MODERATION_PHASES.some((phase) => phase === text)

/** A ban or a mute of a reader, with the moderator's words and the last day, as `2027-06-30`. */
export type Restriction = { kind: 'ban' | 'mute'; words: string; until: string | null }

/** The rule of a phase that a comment met, with its word and numbers. */
export type Reason =
	| { phase: 'length'; length: number; max: number }
	/** `words`: the stated reason, in rows since it exists. */
	| { phase: 'closed'; afterDays: number | null; words?: string }
	| ({ phase: 'banned' } & Restriction)
	| { phase: 'banned'; kind: 'address' }
	| { phase: 'repeatPost'; hours: number }
	| { phase: 'links'; count: number; max: number }
	| { phase: 'links'; site: string }
	| { phase: 'wordList'; word: string; inName: boolean }
	| { phase: 'speed'; count: number; minutes: number; max: number }
	| { phase: 'flood'; minutes: number; max: number }
	| { phase: 'honeypot' }
	/** `mails`: whether the site can mail a link to the address. */
	| { phase: 'unconfirmed'; guest: boolean; mails: boolean }
	| { phase: 'premoderated' }
	| { phase: 'trust'; approved: number; needed: number }
	/** `words` of the service; null if it did not answer in time. */
	| { phase: 'webhook'; words: string | null }
