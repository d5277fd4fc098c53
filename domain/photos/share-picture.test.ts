import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import type { PhotoView } from '@/domain/articles/views'
import { env } from '@/lib/env'
import type { ShareFacts } from './process-image'
import { drawSharePicture } from './share-picture'

withDatabase()

const HASH = 'c'.repeat(64)
const FACTS: ShareFacts = {
	...{ headline: 'The bridge opens', section: 'News', siteName: 'The Square', credit: '© Ada', age: null },
	...{ language: 'en', direction: 'ltr', accent: '#1f3fa3', accentInk: '#ffffff' },
	...{ paper: '#faf8f3', ink: '#17191d' },
}
const HERO = {
	...{ hash: HASH, width: 1_200, height: 1_200, widths: [600, 1_200], focalX: 500, focalY: 500 },
} as PhotoView

beforeAll(async () => {
	mkdirSync(join(env.mediaDir, HASH), { recursive: true })
	const red = { create: { width: 1_200, height: 1_200, channels: 3 as const, background: '#ff0000' } }
	await sharp(red)
		.jpeg()
		.toFile(join(join(env.mediaDir, HASH), '1200.jpg'))
})

/** Shares of red, paper and other pixels in the left and in the right third of the picture. */
async function thirds(jpeg: Buffer) {
	const { format, width, height } = await sharp(jpeg).metadata()
	expect([format, width, height]).toEqual(['jpeg', 1_200, 630])
	const third = async (left: number) => {
		const { data } = await sharp(jpeg)
			.extract({ left, top: 20, width: 400, height: 610 })
			.raw()
			.toBuffer({ resolveWithObject: true })
		let red = 0
		let paper = 0
		for (let at = 0; at < data.length; at += 3) {
			if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 60) red += 3
			else if ((data[at + 1] ?? 0) > 235) paper += 3
		}
		return { red: red / data.length, paper: paper / data.length, ink: 1 - (red + paper) / data.length }
	}
	return { left: await third(0), right: await third(800) }
}

const draw = (facts: Partial<ShareFacts>, hero: PhotoView | null = HERO) =>
	drawSharePicture({ ...FACTS, ...facts }, hero)

test('a headline stands beside the photograph, on the side where reading begins', async () => {
	const { left, right } = await thirds(await draw({}))
	expect(right.red).toBeGreaterThan(0.99)
	expect(left.paper).toBeGreaterThan(0.5)
	expect(left.ink).toBeGreaterThan(0.03)
	const mirrored = await thirds(await draw({ headline: 'فتح الجسر', direction: 'rtl' }))
	expect(mirrored.left.red).toBeGreaterThan(0.99)
	expect(mirrored.right.ink).toBeGreaterThan(0.01)
})

test('a headline without a font leaves the photograph alone', async () => {
	const { left, right } = await thirds(await draw({ headline: 'The \u{2fffd} opens' }))
	expect([left.red, right.red].every((red) => red > 0.99)).toBe(true)
})

test.each([
	['A'.repeat(200), 'one long word'],
	['<b>&amp; "it\'s" \u0000</span>', 'markup'],
	['words '.repeat(33), 'many words'],
])('%j fits', async (headline) => {
	const facts = { headline, section: headline, siteName: headline, credit: headline, age: headline }
	const { left } = await thirds(await draw(facts, null))
	expect(left.red).toBe(0)
	await draw(facts)
})

test('a missing file of the photograph leaves the text alone', async () => {
	const { right } = await thirds(await draw({}, { ...HERO, hash: 'd'.repeat(64) }))
	expect(right.red).toBe(0)
})
