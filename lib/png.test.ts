import sharp from 'sharp'
import { expect, test } from 'vitest'
import { icoFile, palettePng } from './png'

test('a decoder reads the pixels of a palette PNG', async () => {
	const png = palettePng(3, ['#102030', '#ffffff'], (column, row) => (column === row ? 1 : 0))
	const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
	expect([info.width, info.height, info.channels]).toEqual([3, 3, 3])
	const pixel = (index: number) => data.subarray(index * 3, index * 3 + 3).toString('hex')
	expect(Array.from({ length: 9 }, (_, index) => pixel(index) === 'ffffff')).toEqual(
		Array.from({ length: 9 }, (_, index) => index % 4 === 0),
	)
})

test('an icon file names the size and place of each picture', () => {
	const images = [16, 256].map((size) => ({ size, png: palettePng(size, ['#102030'], () => 0) }))
	const file = icoFile(images)
	expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 2])
	images.forEach(({ size, png }, index) => {
		const at = 6 + index * 16
		expect([file[at], file[at + 1]]).toEqual([size % 256, size % 256])
		const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)]
		expect(file.subarray(offset, offset + length).equals(png)).toBe(true)
	})
})
