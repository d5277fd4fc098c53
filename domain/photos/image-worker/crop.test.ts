import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { cropAround, dominantColour } from './crop.mjs'

const RATIO = 3 / 2

test('crops centre on the focal point or touch an edge', () => {
	const upright = { width: 600, height: 1200 }
	expect(cropAround(upright, RATIO, { focalX: 0, focalY: 500 })).toEqual({
		left: 0,
		top: 400,
		width: 600,
		height: 400,
	})
	expect(cropAround(upright, RATIO, { focalX: 900, focalY: 100 }).top).toBe(0)
	expect(cropAround(upright, RATIO, { focalX: 900, focalY: 1000 }).top).toBe(800)
	expect(cropAround({ width: 3000, height: 1000 }, RATIO, { focalX: 300, focalY: 0 })).toEqual({
		left: 150,
		top: 0,
		width: 1500,
		height: 1000,
	})
})

test('crops lie inside the image and contain the point', () => {
	const side = fc.integer({ min: 1, max: 4_000 })
	const focal = fc.integer({ min: 0, max: 1_000 })
	fc.assert(
		fc.property(side, side, focal, focal, (width, height, focalX, focalY) => {
			const crop = cropAround({ width, height }, RATIO, { focalX, focalY })
			const [x, y] = [(focalX / 1000) * width, (focalY / 1000) * height]
			expect(crop.left).toBeGreaterThanOrEqual(0)
			expect(crop.top).toBeGreaterThanOrEqual(0)
			expect(crop.left + crop.width).toBeLessThanOrEqual(width)
			expect(crop.top + crop.height).toBeLessThanOrEqual(height)
			expect(x).toBeGreaterThanOrEqual(crop.left - 1)
			expect(x).toBeLessThanOrEqual(crop.left + crop.width + 1)
			expect(y).toBeGreaterThanOrEqual(crop.top - 1)
			expect(y).toBeLessThanOrEqual(crop.top + crop.height + 1)
			expect(crop.width === width || crop.height === height).toBe(true)
		}),
	)
})

test('the dominant colour is the most frequent, not the mean', () => {
	const paint = (colour: number[], times: number) => Array(times).fill(colour).flat()
	const pixels = [...paint([200, 30, 30], 40), ...paint([204, 26, 30], 40), ...paint([0, 0, 255], 60)]
	expect(dominantColour(Uint8Array.from(pixels))).toBe('#ca1c1e')
	expect(dominantColour(Uint8Array.from([0, 5, 16]))).toBe('#000510')
})
