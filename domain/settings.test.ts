import { desc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { changeSettings, DEFAULT_SETTINGS, type SiteSettings, siteSettings } from './settings'

withDatabase()

test('settings have defaults and keep changes', async () => {
	expect(await siteSettings()).toEqual(DEFAULT_SETTINGS)
	await changeSettings(await createStaff('owner'), { siteName: 'The Larkhaven Post', wordsPerMinute: 240 })
	expect(await siteSettings()).toMatchObject({ siteName: 'The Larkhaven Post', wordsPerMinute: 240 })
	await changeSettings(await createStaff('owner'), { ...DEFAULT_SETTINGS })
})

test.each([
	['language', 'en_GB'],
	['language', ''],
	['timeZone', 'Mars/Olympus'],
	['siteName', '  '],
	['siteName', 'x'.repeat(201)],
	['wordsPerMinute', 0],
	['wordsPerMinute', '200'],
	['commentsFrom', 'everyone'],
	['commentsPolicy', 'sometimes'],
	['moodsShown', 'yes'],
	['readTimeWording', 'curt'],
	['commentsHeldFirst', -1],
	['noSuchSetting', 'x'],
	['logo', { name: 'x.svg' }],
	['accent', 'blue'],
	['dateFormat', 'backwards'],
	['direction', 'up'],
	['textFont', 'Comic Sans'],
	['labelFont', 'newsreader'],
	['socialLinks', [{ label: 'Mastodon', url: 'javascript:alert(1)' }]],
	['socialLinks', [{ label: '', url: 'https://example.org/' }]],
	['socialLinks', 'none'],
	['footerText', 'x'.repeat(501)],
	['commentSpeedMax', 50],
	['commentFloodMax', 10_001],
	['commentLinksMax', -1],
	['commentWordsHeld', ['*']],
	['commentWordsRefused', ['\u200b\u0301x'.repeat(60)]],
	['commentWordsHeld', Array.from({ length: 501 }, (_, number) => `word${number}`)],
	['commentSitesHeld', ['not a site']],
	['commentSitesRefused', 'evil.test'],
])('%s = %j is refused by name and changes nothing', async (key, value) => {
	const change = changeSettings(await createStaff('admin'), { [key]: value } as Partial<SiteSettings>)
	await expect(change).rejects.toMatchObject({ name: 'Refusal', field: key })
	expect(await siteSettings()).toEqual(DEFAULT_SETTINGS)
})

test('the log has old and new values of changed settings only', async () => {
	const owner = await createStaff('owner')
	await changeSettings(owner, { tagline: 'Low water', siteName: 'Public Square' })
	const [event] = await readDb().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
	expect(event?.detail).toEqual({ from: { tagline: '' }, to: { tagline: 'Low water' } })
	await changeSettings(owner, { tagline: 'Low water' })
	const [last] = await readDb().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
	expect(last?.id).toBe(event?.id)
	await changeSettings(owner, { tagline: '' })
})

test('the log of a long list has the entries that changed', async () => {
	const owner = await createStaff('owner')
	await changeSettings(owner, { commentWordsHeld: ['one', 'two'] })
	await changeSettings(owner, { commentWordsHeld: ['two', 'three'] })
	const [event] = await readDb().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
	expect(event?.detail).toEqual({ from: { commentWordsHeld: ['one'] }, to: { commentWordsHeld: ['three'] } })
	await changeSettings(owner, { commentWordsHeld: [] })
})

test('colours and addresses are stored in one spelling', async () => {
	const owner = await createStaff('owner')
	const socialLinks = [{ label: ' Mastodon ', url: 'HTTPS://example.org/@post' }]
	await changeSettings(owner, { accent: 'FC0', socialLinks })
	expect(await siteSettings()).toMatchObject({
		accent: '#ffcc00',
		socialLinks: [{ label: 'Mastodon', url: 'https://example.org/@post' }],
	})
	await changeSettings(owner, { accent: '', socialLinks: [] })
})

test('roles below admin may not change settings', async () => {
	for (const role of ['editor', 'moderator', 'contributor', 'reader'] as const)
		await expect(changeSettings(await createStaff(role), { tagline: 'Mine' })).rejects.toMatchObject({
			code: 'forbidden',
		})
})
