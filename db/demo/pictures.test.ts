import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { listPhotos, missingForPrint } from '@/domain/photos/read'
import { staff } from '@/domain/photos/testing'
import { loadPictures } from './pictures'

withDatabase()

/** Well under a minute where nothing else runs; a machine that runs all tests at once takes its time. */
const LOAD_SECONDS_MAX = 240

test(
	'every picture of the demo edition is ready for print',
	async () => {
		const editor = await staff('Edith', 'editor')
		const ids = await loadPictures(editor)
		expect(ids.get('dust-bowl-home')).toBeDefined()
		const photos = await listPhotos(editor, { limit: 100 })
		expect(photos.length).toBe(ids.size)
		for (const photo of photos) {
			expect(missingForPrint(photo), photo.caption ?? '').toEqual([])
			expect(photo.caption).toBeTruthy()
			expect(photo.colour).toMatch(/^#[0-9a-f]{6}$/)
			expect(photo.thumbWidths.at(-1)).toBe(720)
		}
	},
	LOAD_SECONDS_MAX * 1_000,
)
