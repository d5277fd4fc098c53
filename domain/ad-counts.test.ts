import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { adCounts } from '@/db/schema'
import { traceWrites, withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { toLocalDateTime } from '@/lib/time-zone'
import { countAd, writeAdCounts } from './ad-counts'
import { listAds, placeAd } from './ads-desk'
import { changeSettings } from './settings'

withDatabase()

const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }

test('counts are written together, by advertisement and day of the site', async () => {
	const owner = await createStaff('owner')
	const timeZone = 'Pacific/Kiritimati'
	await changeSettings(owner, { timeZone })
	const [one, two] = [await placeAd(owner, AD), await placeAd(owner, AD)]
	const trace = await traceWrites(async () => {
		for (let number = 0; number < 1_000; number += 1) await countAd(one, 'impressions')
		for (let number = 0; number < 3; number += 1) await countAd(one, 'clicks')
		await countAd(two, 'impressions')
		await writeAdCounts()
	})
	expect(trace.filter((line) => line.startsWith('insert'))).toHaveLength(2)
	await countAd(one, 'impressions')
	await writeAdCounts()
	const day = toLocalDateTime(new Date(), timeZone).slice(0, 10)
	expect(await readDb().select().from(adCounts).orderBy(adCounts.adId)).toEqual([
		{ adId: one, day, impressions: 1_001, clicks: 3 },
		{ adId: two, day, impressions: 1, clicks: 0 },
	])
	expect((await listAds(owner)).find(({ id }) => id === one)).toMatchObject({ impressions: 1_001, clicks: 3 })
	expect((await listAds(owner, { since: '9999-01-01' }))[0]).toMatchObject({ impressions: 0, clicks: 0 })
})

test('unknown advertisements and uncounted requests count nothing', async () => {
	const id = await placeAd(await createStaff('owner'), AD)
	expect(await countAd(999_999, 'clicks')).toBeNull()
	expect(await countAd(Number.NaN, 'clicks')).toBeNull()
	expect(await countAd(id, null)).toBe(AD.url)
	await writeAdCounts()
	expect((await readDb().select().from(adCounts)).filter(({ adId }) => adId === id)).toEqual([])
})
