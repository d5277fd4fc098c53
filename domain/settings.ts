import { excluded, readDb, write } from '@/db'
import { settings } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'

export const COMMENTS_POLICIES = ['open', 'premoderated', 'closed'] as const
export type CommentsPolicy = (typeof COMMENTS_POLICIES)[number]

/** The publisher's settings with their defaults. */
export const DEFAULT_SETTINGS = {
	siteName: 'Public Square',
	tagline: '',
	language: 'en-GB',
	timeZone: 'UTC',
	commentPrompt: 'This is a Public Square. Please leave a comment',
	/** `guests`: a name and an e-mail address suffice for a comment; `accounts`: comments require sign-in. */
	commentsFrom: 'guests' as 'guests' | 'accounts',
	/** Approved comments of a reader before new ones skip moderation. */
	commentsHeldFirst: 1,
	/** Comments of a story without a policy of its own; `premoderated`: each comment of a reader is held. */
	commentsPolicy: 'open' as CommentsPolicy,
	/** Days after which the comments of such a story close by themselves; 0: never. */
	commentsCloseAfterDays: 0,
	/** Whether a story without a choice of its own shows moods, and stars. */
	moodsShown: true as boolean,
	ratingsShown: true as boolean,
	wordsPerMinute: 200,
	/** `classic`: "3 Minute, 5 Second"; `plain`: "3 minutes". */
	readTimeWording: 'classic' as 'classic' | 'plain',
	aboutAuthorTitle: 'About Post Author',
	sourceLabel: 'Source',
	adLabel: 'Advertisements',
}

export type SiteSettings = typeof DEFAULT_SETTINGS

/** In characters: settings are shown on one line. */
const SETTING_LENGTH_MAX = 200

export const siteSettings = cachedByTag('settings', async (): Promise<SiteSettings> => {
	const rows = (await readDb().select().from(settings)).filter(({ key }) => key in DEFAULT_SETTINGS)
	return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
})

/** @throws Refusal `forbidden`, or `invalid` for an unknown key or an invalid value */
export async function changeSettings(viewer: Viewer, typed: Partial<SiteSettings>): Promise<void> {
	authorize(viewer, 'change settings')
	const changes = Object.fromEntries(
		Object.entries(typed).map(([key, value]) => [key, typeof value === 'string' ? oneLine(value) : value]),
	)
	for (const [key, value] of Object.entries(changes)) checkSetting(key, value)
	await write(async (tx) => {
		tx.changed('settings')
		const rows = Object.entries(changes).map(([key, value]) => ({ key, value }))
		if (rows.length > 0)
			await tx
				.insert(settings)
				.values(rows)
				.onConflictDoUpdate({ target: settings.key, set: excluded({ value: settings.value }) })
		await audit(tx, viewer, 'change settings', 'settings', changes)
	})
}

function checkSetting(key: string, value: unknown): void {
	const known = (DEFAULT_SETTINGS as Record<string, unknown>)[key]
	if (known === undefined) throw new Refusal('invalid', `There is no setting called ${key}.`, key)
	if (typeof value !== typeof known) throw new Refusal('invalid', `${key} has the wrong kind of value.`, key)
	if (typeof value === 'string' && value.length > SETTING_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep this under ${SETTING_LENGTH_MAX} characters.`, key)
	if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0))
		throw new Refusal('invalid', 'Please give a whole number, 0 or more.', key)
	if (key === 'wordsPerMinute' && (value as number) < 1)
		throw new Refusal('invalid', 'Nobody reads fewer than 1 word a minute.', key)
	if (key === 'commentsFrom' && !['guests', 'accounts'].includes(value as string))
		throw new Refusal('invalid', 'Please choose who may comment.', key)
	if (key === 'commentsPolicy' && !COMMENTS_POLICIES.includes(value as CommentsPolicy))
		throw new Refusal('invalid', 'Please choose how comments are taken.', key)
	if (key === 'readTimeWording' && !['classic', 'plain'].includes(value as string))
		throw new Refusal('invalid', 'Please choose a wording.', key)
	if (key === 'language' && !isLanguage(value as string))
		throw new Refusal('invalid', `“${value}” is not a language tag; try en-GB or fr.`, key)
	if (key === 'timeZone' && !isTimeZone(value as string))
		throw new Refusal('invalid', `“${value}” is not a time zone; try Europe/London.`, key)
	if (key === 'siteName' && !value) throw new Refusal('invalid', 'The site needs a name.', key)
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name })
		return true
	} catch {
		return false
	}
}

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1
	} catch {
		return false
	}
}
