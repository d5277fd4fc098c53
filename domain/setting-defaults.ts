import { COMMENTS_FROM, COMMENTS_POLICIES } from '@/db/schema'
import type { DateFormat } from '@/lib/date-format'
import type { LicencePayment, MachineAnswer } from '@/lib/machine-answers'
import type { MenuItem } from '@/lib/menu'
import { catalogueOf } from '@/lib/messages/languages'
import { messagesOf } from '@/lib/messages/messages'
import type { LabelFont, TextFont } from '@/lib/site-look'

export { COMMENTS_FROM, COMMENTS_POLICIES }
export type CommentsPolicy = (typeof COMMENTS_POLICIES)[number]
export type CommentsFrom = (typeof COMMENTS_FROM)[number]

/** A link with its words. */
export type LabelledLink = { label: string; url: string }

/** The site's logo: its file at `/site/NAME`, and its size in CSS pixels. */
export type Logo = {
	name: string
	width: number
	height: number
	/** Elements and attributes of the drawing that were left out. */
	leftOut: string[]
}

const en = messagesOf('en')

/** The publisher's settings with their defaults. */
export const DEFAULT_SETTINGS = {
	siteName: 'Public Square',
	tagline: '',
	language: 'en-GB',
	/** `auto`: that of the language. */
	direction: 'auto' as 'auto' | 'ltr' | 'rtl',
	timeZone: 'UTC',
	dateFormat: 'month first' as DateFormat,

	logo: null as Logo | null,
	/** Whether dark pages show the logo on a light plate. */
	logoOnPlate: false as boolean,
	/** `#rrggbb`, or empty for the default. */
	accent: '',
	textFont: 'newsreader' as TextFont,
	headlineFont: 'newsreader' as TextFont,
	labelFont: 'system' as LabelFont,

	/** Empty: the default menu. */
	mastheadMenu: [] as MenuItem[],
	footerMenu: [] as MenuItem[],
	footerText: '',
	/** Profiles of the site elsewhere, linked with `rel=me`. */
	socialLinks: [] as LabelledLink[],

	/** Facts about the publisher, for readers and machines. */
	orgLegalName: '',
	/** A year. */
	orgFounded: '',
	orgAddress: '',
	orgEmail: '',
	orgPhone: '',
	/** Language tags, with commas. */
	orgLanguages: '',
	orgOwnership: '',
	orgFunding: '',
	/** Address of the owner's site. */
	orgParentUrl: '',
	/** Addresses of the associations that the publisher belongs to. */
	orgMemberOf: [] as string[],
	/** Addresses of policies, or paths on this site. */
	orgEthicsUrl: '',
	orgCorrectionsUrl: '',
	orgOwnershipUrl: '',
	orgFeedbackUrl: '',

	/** Limits of the newsroom's own, in the accessibility statement. */
	accessibilityLimits: '',
	/** Day of the newsroom's last review of the statement: `YYYY-MM-DD`, or empty. */
	accessibilityReviewedOn: '',

	/** Who may comment on a story without a choice of its own or of its section. */
	commentsFrom: 'guests' as CommentsFrom,
	/** Approved comments of a reader before new ones skip moderation. */
	commentsHeldFirst: 1,
	/** Links in a comment above which it is held. */
	commentLinksMax: 2,
	/** Comments of a reader within ten minutes above which they are held; 0: no limit. */
	commentSpeedMax: 10,
	/** Comments of all readers within ten minutes above which those of new readers are held; 0: no limit. */
	commentFloodMax: 100,
	/** Words that hold or refuse a comment, and host names of sites. */
	commentWordsHeld: [] as string[],
	commentWordsRefused: [] as string[],
	commentSitesHeld: [] as string[],
	commentSitesRefused: [] as string[],
	/** Comments of a story without a policy of its own; `premoderated`: each comment of a reader is held. */
	commentsPolicy: 'open' as CommentsPolicy,
	/** Told to readers if the site's policy closes the comments. */
	commentsClosedReason: '',
	/** Time in ISO 8601 at which the site's policy closed the comments, set with it and never typed; else empty. */
	commentsClosedAt: '',
	/** Reports from different networks that put an approved comment back to waiting; 0: none do. */
	reportsToHold: 3,
	/** Days after which the comments of such a story close by themselves; 0: never. */
	commentsCloseAfterDays: 0,
	/** Whether a story without a choice of its own shows moods, and stars. */
	moodsShown: true as boolean,
	ratingsShown: true as boolean,

	/** Address of a WebSub hub that is told of publications, or empty. */
	websubHub: '',
	/** Whether search engines are told of publications through IndexNow. */
	indexNow: false as boolean,
	/** Answers to machines: yes to readers' ways to a story, and no to training, which brings none. */
	machinesSearch: 'yes' as MachineAnswer,
	machinesAnswers: 'yes' as MachineAnswer,
	machinesTraining: 'no' as MachineAnswer,
	/** Address of the terms of "by licence", or a path on this site. */
	licenceTermsUrl: '',
	/** A mail or web address. */
	licenceContact: '',
	licencePayment: 'purchase' as LicencePayment,

	wordsPerMinute: 200,
	/** `classic`: "3 Minute, 5 Second"; `plain`: "3 minutes". */
	readTimeWording: 'classic' as 'classic' | 'plain',
	/** Whether browsers keep visited and saved stories for reading without a connection. */
	offlineReading: false as boolean,
	...en.defaults,
}

/** The defaults of a language: its own texts, and dates as it writes them. */
export function defaultSettings(language = DEFAULT_SETTINGS.language): SiteSettings {
	const isEnglish = catalogueOf(language) === 'en'
	return {
		...DEFAULT_SETTINGS,
		...messagesOf(language).defaults,
		dateFormat: isEnglish ? DEFAULT_SETTINGS.dateFormat : 'of the language',
	}
}

export type SiteSettings = typeof DEFAULT_SETTINGS
export type SettingKey = keyof SiteSettings
