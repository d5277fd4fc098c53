import { listPhotos, missingForPrint } from '@/domain/photos/read'
import { expect, test, viewerOf } from './support/test'

test('demo photographs have all required fields @scripts', async () => {
	const photos = await listPhotos(await viewerOf('editor'), { limit: 100 })
	const demo = photos.filter((photo) => photo.licence === 'MIT' || photo.licence === 'CC0 1.0')
	expect(demo.length).toBe(25)
	for (const photo of demo) {
		expect(missingForPrint(photo, '2100-01-01'), photo.caption ?? '').toEqual([])
		expect(photo.caption).toBeTruthy()
		expect(photo.colour).toMatch(/^#[0-9a-f]{6}$/)
		expect(photo.thumbWidths.at(-1)).toBe(720)
	}
})
