import { expect, test } from 'vitest'
import { findPhotos } from '@/components/desk/editor/find-photos'
import type { PhotoView } from '@/domain/articles/views'

const photo = (id: number, words: Partial<PhotoView>): PhotoView => ({
	id,
	hash: String(id),
	width: 900,
	height: 600,
	widths: [480],
	avifWidths: [],
	thumbWidths: [],
	colour: null,
	alt: '',
	caption: '',
	credit: '',
	creator: null,
	focalX: 0.5,
	focalY: 0.5,
	...words,
})

const photos = [
	photo(1, { caption: 'The quay at low water.', credit: 'T. Marsh' }),
	photo(2, { caption: 'A café by the quay', credit: 'E. Holm' }),
	photo(3, { alt: 'An iron gate' }),
]

test.each([
	['', [1, 2, 3]],
	['QUAY', [1, 2]],
	['quay marsh', [1]],
	['cafe', [2]],
	[' iron ', [3]],
	['ferry', []],
])('“%s” finds %j', (search, ids) => {
	expect(findPhotos(photos, search).map(({ id }) => id)).toEqual(ids)
})
