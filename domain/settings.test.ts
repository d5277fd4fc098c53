import { expect, test } from 'vitest'
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
])('%s = %j is refused by name and changes nothing', async (key, value) => {
	const change = changeSettings(await createStaff('admin'), { [key]: value } as Partial<SiteSettings>)
	await expect(change).rejects.toMatchObject({ name: 'Refusal', field: key })
	expect(await siteSettings()).toEqual(DEFAULT_SETTINGS)
})

test('roles below admin may not change settings', async () => {
	for (const role of ['editor', 'moderator', 'contributor', 'reader'] as const)
		await expect(changeSettings(await createStaff(role), { tagline: 'Mine' })).rejects.toMatchObject({
			code: 'forbidden',
		})
})
