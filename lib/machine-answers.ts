/** The uses that the site answers for, in the order of the desk's questions. */
export const MACHINE_USES = ['search', 'answers', 'training'] as const
export type MachineUse = (typeof MACHINE_USES)[number]

/** `licence`: yes under the terms of the licence, and no without it. */
export const MACHINE_ANSWERS = ['yes', 'no', 'licence'] as const
export type MachineAnswer = (typeof MACHINE_ANSWERS)[number]

export type MachineAnswers = Readonly<Record<MachineUse, MachineAnswer>>

/** Payment types of RSL 1.0 for a licence that is not free. */
export const LICENCE_PAYMENTS = [
	'purchase',
	'subscription',
	'training',
	'crawl',
	'use',
	'contribution',
	'attribution',
] as const
export type LicencePayment = (typeof LICENCE_PAYMENTS)[number]

/** Terms of use "by licence". */
export type Licence = {
	/** Absolute URL of the page with the terms, or empty. */
	termsUrl: string
	/** Mail address or absolute URL, or empty. */
	contact: string
	payment: LicencePayment
}

/** A story whose answers differ from those of the site. */
export type StoryAnswers = { id: number; path: string; answers: MachineAnswers }

/** The value from which all files, headers and meta tags for machines are written. */
export type MachinePolicy = {
	/** Absolute URL of the site, without a trailing slash. */
	siteUrl: string
	publisher: string
	site: MachineAnswers
	/** Null if nobody could obtain one. */
	licence: Licence | null
	/** Live stories with answers of their own, in percent-encoded paths. */
	stories: readonly StoryAnswers[]
	/** Absolute URLs of the sitemaps. */
	sitemaps: readonly string[]
}

/** Answers of a story over those of the site; null means the site's. */
export const overAnswers = (
	site: MachineAnswers,
	own: Readonly<Record<MachineUse, MachineAnswer | null>>,
): MachineAnswers => answersOf((use) => own[use] ?? site[use])

export const answersOf = (answer: (use: MachineUse) => MachineAnswer): MachineAnswers => ({
	search: answer('search'),
	answers: answer('answers'),
	training: answer('training'),
})

/** Without a licence that could be obtained, "by licence" is a no. */
export const withinLicence = (answers: MachineAnswers, licence: Licence | null): MachineAnswers =>
	licence ? answers : answersOf((use) => (answers[use] === 'licence' ? 'no' : answers[use]))

export const sameAnswers = (one: MachineAnswers, other: MachineAnswers): boolean =>
	MACHINE_USES.every((use) => one[use] === other[use])

/** Whether a machine without a licence may use the content. */
export const permits = (answers: MachineAnswers, use: MachineUse): boolean => answers[use] === 'yes'

/**
 * Uses with one answer that holds for each address: a refusal of the site, or what the site and all stories permit. For
 * signals that have no paths.
 */
export const usesOfAll = ({ site, stories }: Pick<MachinePolicy, 'site' | 'stories'>): MachineUse[] =>
	MACHINE_USES.filter((use) => !permits(site, use) || stories.every(({ answers }) => permits(answers, use)))
