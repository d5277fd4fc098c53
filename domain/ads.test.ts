import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { currentAd, listAds, placeAd, setAdActive } from './ads'

withDatabase()

const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }

test('ad links are stored in canonical form or refused', async () => {
	const owner = await createStaff('owner')
	await placeAd(owner, { ...AD, url: ' HTTPS://Bücher.example/a b ' })
	expect((await currentAd())?.url).toBe('https://xn--bcher-kva.example/a%20b')
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

test('activating an unknown advertisement is refused', async () => {
	const owner = await createStaff('owner')
	const [ad] = await listAds(owner)
	await setAdActive(owner, ad?.id ?? 0, false)
	for (const id of [999_999, Number.NaN])
		await expect(setAdActive(owner, id, true)).rejects.toMatchObject({ code: 'not-found' })
})
