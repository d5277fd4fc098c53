import { beforeEach, expect, test } from 'vitest'
import { write } from '@/db'
import { ads } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { adAddresses, adFor, adParagraphs, chooseAd } from './ads'
import { changeAd, DEFAULT_AD, findAd, listAds, placeAd, restoreAd, retireAd, setAdActive } from './ads-desk'
import { createSection } from './sections'

withDatabase()

beforeEach(async () => {
	await write(async (tx) => {
		tx.changed('ads')
		await tx.delete(ads)
	})
})

const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

test('ad links are stored in canonical form or refused', async () => {
	const owner = await createStaff('owner')
	const id = await placeAd(owner, { ...AD, url: ' HTTPS://Bücher.example/a b ' })
	expect((await adAddresses()).get(id)).toBe('https://xn--bcher-kva.example/a%20b')
	for (const url of ['https:evil.test', 'https://a@evil.test', 'https://evil.test\t/', 'https:\\\\evil.test'])
		await expect(placeAd(owner, { ...AD, url })).rejects.toMatchObject({ code: 'invalid', field: 'url' })
})

test.each([999_999, 0, -1, 1.5, Number.NaN, 1e300])('photograph %s is refused by field', async (photoId) => {
	const owner = await createStaff('owner')
	await expect(placeAd(owner, { ...AD, photoId })).rejects.toMatchObject({
		code: 'invalid',
		field: 'photoId',
		message: expect.stringContaining('no photograph'),
	})
})

test('deciding about an unknown advertisement is refused', async () => {
	const owner = await createStaff('owner')
	for (const id of [999_999, Number.NaN]) {
		await expect(setAdActive(owner, id, true)).rejects.toMatchObject({ code: 'not-found' })
		await expect(retireAd(owner, id)).rejects.toMatchObject({ code: 'not-found' })
		await expect(changeAd(owner, id, { ...DEFAULT_AD, ...AD })).rejects.toMatchObject({ code: 'not-found' })
	}
	const contributor = await createStaff('contributor')
	await expect(retireAd(contributor, 1)).rejects.toMatchObject({ code: 'forbidden' })
})

test('wrong dates, places, paragraphs and sections are refused by field', async () => {
	const owner = await createStaff('owner')
	const [now, earlier] = [new Date(), new Date(Date.now() - DAY_MS)]
	const wrong = {
		endsAt: { startsAt: now, endsAt: earlier },
		slot: { slot: 'moon' as 'top' },
		afterParagraph: { afterParagraph: 0 },
		sectionIds: { sectionIds: [999] },
		label: { label: 'x'.repeat(41) },
		weight: { weight: 11 },
	}
	for (const [field, changes] of Object.entries(wrong))
		await expect(placeAd(owner, { ...AD, ...changes })).rejects.toMatchObject({ code: 'invalid', field })
})

test('retired advertisements are listed apart and can be restored', async () => {
	const owner = await createStaff('owner')
	const id = await placeAd(owner, AD)
	await retireAd(owner, id)
	expect(await adFor({ slot: 'corner' })).toBeNull()
	expect(await listAds(owner)).toEqual([])
	expect((await listAds(owner, { retired: true })).map((ad) => ad.id)).toEqual([id])
	// Cached pages may still have its link.
	expect((await adAddresses()).get(id)).toBe(AD.url)
	await restoreAd(owner, id)
	expect((await adFor({ slot: 'corner' }))?.id).toBe(id)
})

test('a change is audited with the changed fields alone', async () => {
	const owner = await createStaff('owner')
	const id = await placeAd(owner, AD)
	await changeAd(owner, id, { ...DEFAULT_AD, ...AD, slot: 'top', label: 'Notice' })
	expect((await findAd(owner, id)).ad).toMatchObject({ slot: 'top', label: 'Notice' })
	expect(await adFor({ slot: 'corner' })).toBeNull()
	expect(await adFor({ slot: 'top' })).toMatchObject({ id, label: 'Notice' })
})

/** An advertisement for the model: days of start and end relative to now. */
const someAd = fc.record({
	slot: fc.constantFrom('top' as const, 'in article' as const, 'corner' as const),
	from: fc.option(fc.integer({ min: -3, max: 3 })),
	days: fc.option(fc.integer({ min: 1, max: 4 })),
	sectioned: fc.boolean(),
	afterParagraph: fc.integer({ min: 1, max: 5 }),
	weight: fc.integer({ min: 1, max: 10 }),
	active: fc.boolean(),
	retired: fc.boolean(),
})

test('an advertisement is shown only in its slot, dates and sections', async () => {
	const owner = await createStaff('owner')
	await storyFields(await createStaff('editor'))
	await createSection(owner, { name: 'Culture', slug: '' })
	const base = Date.now()
	await fc.assert(
		fc.asyncProperty(
			fc.array(someAd, { maxLength: 5 }),
			fc.integer({ min: -4, max: 8 }),
			fc.constantFrom('news', 'culture', undefined),
			fc.integer({ min: 0, max: 6 }),
			async (all, day, section, paragraphs) => {
				const rows = all.map(({ from, days, sectioned, retired, ...ad }) => ({
					...AD,
					...ad,
					startsAt: from === null ? null : new Date(base + from * DAY_MS),
					endsAt: days === null ? null : new Date(base + ((from ?? 0) + days) * DAY_MS),
					sectionIds: sectioned ? [1] : [],
					retiredAt: retired ? new Date() : null,
				}))
				const stored = await write(async (tx) => {
					tx.changed('ads')
					await tx.delete(ads)
					return rows.length > 0 ? tx.insert(ads).values(rows).returning() : []
				})
				const at = new Date(base + day * DAY_MS + HOUR_MS)
				for (const slot of ['top', 'in article', 'corner'] as const) {
					const possible = stored.filter(
						(ad) =>
							ad.slot === slot &&
							ad.active &&
							!ad.retiredAt &&
							(!ad.startsAt || ad.startsAt <= at) &&
							(!ad.endsAt || ad.endsAt > at) &&
							(ad.sectionIds.length === 0 || section === 'news') &&
							(slot !== 'in article' || ad.afterParagraph < paragraphs),
					)
					const context = newRequestContext('a page')
					const shown = await runInContext(context, () => adFor({ slot, section, paragraphs }, at))
					expect(shown?.id ?? null).toBe(chooseAd(possible, at)?.id ?? null)
					const changes = stored.flatMap(({ startsAt, endsAt, active, retiredAt }) =>
						active && !retiredAt ? [startsAt, endsAt].filter((each) => each && each > at) : [],
					)
					const next = Math.min(...changes.map((each) => each?.getTime() ?? 0))
					expect(context.validUntil).toBeLessThanOrEqual(next)
					if (slot === 'in article' && shown)
						expect(await adParagraphs({ section, paragraphs }, at)).toContain(shown.afterParagraph)
				}
			},
		),
		{ numRuns: 60 },
	)
})

test('several advertisements take turns by the hour, equally over days', () => {
	for (const count of [1, 2, 3, 4, 7, 24]) {
		const all = Array.from({ length: count }, (_, id) => ({ id, weight: 4 }))
		const days = 7 * count
		const shown = new Map<number, number>()
		const firstHours = new Set<number>()
		for (let hour = 0; hour < days * 24; hour += 1) {
			const at = new Date(Date.UTC(2027, 0, 1) + hour * HOUR_MS)
			const { id = -1 } = chooseAd(all, at) ?? {}
			shown.set(id, (shown.get(id) ?? 0) + 1)
			if (hour % 24 === 8) firstHours.add(id)
		}
		expect(Math.max(...shown.values()) - Math.min(...shown.values())).toBeLessThanOrEqual(1)
		// None has the same hours every day.
		expect(firstHours.size).toBeGreaterThanOrEqual(Math.min(count, 2))
	}
	const context = newRequestContext('a page')
	const at = new Date(Date.UTC(2027, 0, 1, 8, 20))
	runInContext(context, () =>
		chooseAd(
			[
				{ id: 1, weight: 1 },
				{ id: 2, weight: 1 },
			],
			at,
		),
	)
	expect(context.validUntil).toBe(Date.UTC(2027, 0, 1, 9))
})

test('advertisements are shown in the proportion of their weights', () => {
	const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 })
	fc.assert(
		fc.property(weights, (each) => {
			const all = each.map((weight, id) => ({ id, weight }))
			const total = each.reduce((sum, weight) => sum + weight, 0)
			const shown = each.map(() => 0)
			// Rounds that fill whole days begin at a multiple of these hours.
			const hours = total * 24
			for (let hour = 10_000 * hours; hour < 10_001 * hours; hour += 1) {
				const { id = 0 } = chooseAd(all, new Date(hour * HOUR_MS)) ?? {}
				shown[id] = (shown[id] ?? 0) + 1
			}
			expect(shown).toEqual(each.map((weight) => weight * 24))
		}),
		{ numRuns: 100 },
	)
})
