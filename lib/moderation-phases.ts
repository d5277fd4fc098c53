/** Phases of automatic moderation, in their order. */
export const MODERATION_PHASES = [
	'length',
	'closed',
	'banned',
	'repeatPost',
	'links',
	'wordList',
	'speed',
	'honeypot',
	'premoderated',
	'trust',
	'webhook',
] as const
export type ModerationPhase = (typeof MODERATION_PHASES)[number]

export const isModerationPhase = (text: string): text is ModerationPhase =>
	MODERATION_PHASES.some((phase) => phase === text)

/** The rule of a phase that a comment met, with its word and numbers. */
export type Reason =
	| { phase: 'length'; length: number; max: number }
	| { phase: 'closed'; afterDays: number | null }
	| { phase: 'banned'; kind: 'ban' | 'mute'; words: string; until: string | null }
	| { phase: 'banned'; kind: 'address' }
	| { phase: 'repeatPost'; hours: number }
	| { phase: 'links'; count: number; max: number }
	| { phase: 'links'; site: string }
	| { phase: 'wordList'; word: string; inName: boolean }
	| { phase: 'speed'; count: number; minutes: number; max: number }
	| { phase: 'honeypot' }
	| { phase: 'premoderated' }
	| { phase: 'trust'; approved: number; needed: number }
	/** `words` of the service; null if it did not answer in time. */
	| { phase: 'webhook'; words: string | null }
