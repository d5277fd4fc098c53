import { inArray } from 'drizzle-orm'
import { excluded, type Queryable, readDb, type Tx, write } from '@/db'
import { settings } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import type { Messages } from '@/lib/messages/en'
import { messagesOf, noteLanguage } from '@/lib/messages/messages'
import { requestContext } from '@/lib/request-context'
import { audit } from './audit'
import { isRuleList } from './comments/rule-lists'
import { requireLicence } from './machine-checks'
import { authorize, type Viewer } from './permissions'
import { checkSetting } from './setting-checks'
import { DEFAULT_SETTINGS, defaultSettings, type SettingKey, type SiteSettings } from './setting-defaults'

export {
	COMMENTS_FROM,
	COMMENTS_POLICIES,
	type CommentsFrom,
	type CommentsPolicy,
	DEFAULT_SETTINGS,
	type LabelledLink,
	type Logo,
	type SettingKey,
	type SiteSettings,
} from './setting-defaults'

const currentSettings = cachedByTag('settings', () => storedSettings(readDb()))

/** The settings of the site. The first read of a page or response notes the language of its words. */
export async function siteSettings(): Promise<SiteSettings> {
	const stored = await currentSettings()
	noteLanguage(stored.language)
	return stored
}

/** The words of the interface, in the language of the site. */
export async function siteMessages(): Promise<Messages> {
	const { language } = await siteSettings()
	// Lookups before a render have no context that keeps the noted language.
	return messagesOf(requestContext().language ?? language)
}

async function storedSettings(on: Queryable): Promise<SiteSettings> {
	const rows = (await on.select().from(settings)).filter(({ key }) => key in DEFAULT_SETTINGS)
	const stored: Partial<SiteSettings> = Object.fromEntries(rows.map(({ key, value }) => [key, value]))
	return { ...defaultSettings(stored.language), ...stored }
}

/** @throws Refusal `forbidden`, or `invalid` for an unknown key or an invalid value */
export async function changeSettings(viewer: Viewer, typed: Partial<SiteSettings>): Promise<void> {
	authorize(viewer, 'change settings')
	const checked = Object.fromEntries(
		Object.entries(typed).map(([key, value]) => [key, checkSetting(key, value)]),
	) as Partial<SiteSettings>
	await write(async (tx) => {
		await tx.lock('settings', '')
		if (Object.keys(checked).some((key) => /^(machines|licence)/.test(key)))
			requireLicence({ ...(await storedSettings(tx)), ...checked })
		const { commentsClosedAt: _, ...chosen } = checked
		await storeSettings(tx, viewer, { ...chosen, ...closureOf(chosen, await storedSettings(tx)) })
	})
}

/** The time of closing that goes with a change of the policy for comments. */
function closureOf({ commentsPolicy }: Partial<SiteSettings>, before: SiteSettings): Partial<SiteSettings> {
	if (commentsPolicy === undefined || commentsPolicy === before.commentsPolicy) return {}
	return { commentsClosedAt: commentsPolicy === 'closed' ? new Date().toISOString() : '' }
}

/** Stores checked values, and logs the old and new ones of those that differ. */
export async function storeSettings(tx: Tx, viewer: Viewer, checked: Partial<SiteSettings>): Promise<void> {
	const before = await storedSettings(tx)
	const changed = (Object.keys(checked) as SettingKey[]).filter(
		(key) => JSON.stringify(checked[key]) !== JSON.stringify(before[key]),
	)
	if (changed.length === 0) return
	tx.changed('settings')
	// Null, a default, has no row.
	const [removed, rows] = [
		changed.filter((key) => checked[key] === null),
		changed.filter((key) => checked[key] !== null).map((key) => ({ key, value: checked[key] })),
	]
	if (removed.length > 0) await tx.delete(settings).where(inArray(settings.key, removed))
	if (rows.length > 0)
		await tx
			.insert(settings)
			.values(rows)
			.onConflictDoUpdate({ target: settings.key, set: excluded({ value: settings.value }) })
	const values = (of: Partial<SiteSettings>, other: Partial<SiteSettings>) =>
		Object.fromEntries(changed.map((key) => [key, isRuleList(key) ? without(of[key], other[key]) : of[key]]))
	await audit(tx, viewer, 'change settings', 'settings', {
		from: values(before, checked),
		to: values(checked, before),
	})
}

/** Entries of a list that another one lacks: long lists are logged by what changed. */
const without = (list: string[] = [], other: string[] = []): string[] => {
	const known = new Set(other)
	return list.filter((entry) => !known.has(entry))
}
