import { expect, test } from 'vitest'
import { avifWidthsFor, widthsFor } from './resize.mjs'

test('widths exceed neither the original nor 2048', () => {
	expect(widthsFor(250, 250)).toEqual([250])
	expect(widthsFor(320, 200)).toEqual([320])
	expect(widthsFor(1024, 768)).toEqual([320, 480, 720, 960, 1024])
	expect(widthsFor(2048, 1365)).toEqual([320, 480, 720, 960, 1280, 2048])
	expect(widthsFor(6000, 4000)).toEqual([320, 480, 720, 960, 1280, 2048])
	expect(widthsFor(2400, 16_000)).toEqual([320, 480, 720, 960, 1280])
})

test('AVIF is encoded in all phone widths or none', () => {
	const widths = [320, 480, 720, 960, 1280, 2048]
	expect(avifWidthsFor({ width: 6000, height: 4000 }, widths)).toEqual([320, 480, 720, 960, 1280])
	expect(avifWidthsFor({ width: 2400, height: 16_000 }, widths)).toEqual([])
})
