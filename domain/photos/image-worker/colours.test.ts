import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { iccProfile, withIccProfile } from './icc-testing'
import { decode } from './resize.mjs'

/** Primaries of Adobe RGB (1998) in the profile connection space, and its gamma. */
const ADOBE_RGB = {
	red: [0.60974, 0.31111, 0.01947],
	green: [0.20528, 0.62567, 0.06087],
	blue: [0.14919, 0.06322, 0.74457],
	gamma: 2.19921875,
} as const

let folder: string
let adobe: string
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-colours-'))
	adobe = join(folder, 'adobe.icc')
	writeFileSync(adobe, iccProfile(ADOBE_RGB))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const RED = [255, 0, 0]
const MUTED = [150, 100, 90]

const flat = ([r = 0, g = 0, b = 0]: readonly number[]): Sharp =>
	sharp({ create: { width: 300, height: 300, channels: 3, background: { r, g, b } } })

/** The largest difference of a channel between the decoded and the expected colour. */
async function distance(bytes: Uint8Array, wanted: readonly number[]): Promise<number> {
	const { data } = await decode(bytes, 300)
	return Math.max(...wanted.map((channel, index) => Math.abs((data[index] ?? 0) - channel)))
}

const formats = {
	'8-bit PNG': (picture: Sharp) => picture.png(),
	'16-bit PNG': (picture: Sharp) => picture.toColourspace('rgb16').png(),
	'16-bit PNG with alpha': (picture: Sharp) => picture.ensureAlpha().toColourspace('rgb16').png(),
	WebP: (picture: Sharp) => picture.webp({ lossless: true }),
}

test.each(Object.entries(formats))('%s in Display P3 and Adobe RGB becomes sRGB', async (name, encode) => {
	for (const profile of ['p3', adobe])
		for (const colour of [RED, MUTED]) {
			const bytes = await encode(flat(colour).withIccProfile(profile)).toBuffer()
			expect((await sharp(bytes).metadata()).depth).toBe(name.startsWith('16') ? 'ushort' : 'uchar')
			expect(await distance(bytes, colour)).toBeLessThanOrEqual(2)
		}
})

test('a 16-bit PNG is converted from its own profile', async () => {
	const bytes = await formats['16-bit PNG'](flat(RED).withIccProfile('p3')).toBuffer()
	const { data } = await sharp(bytes, { ignoreIcc: true })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true })
	expect([...data.subarray(0, 2)]).toEqual([234, 51])
})

test('JPEG in Display P3, Adobe RGB and CMYK becomes sRGB', async () => {
	const fine = { quality: 100, chromaSubsampling: '4:4:4' }
	for (const [profile, space, wanted] of [
		['p3', 'srgb', MUTED],
		[adobe, 'srgb', MUTED],
		// The result of ImageMagick for the same file: the gamut of a press profile is smaller.
		['cmyk', 'cmyk', [150, 94, 80]],
	] as const) {
		const bytes = await flat(MUTED).toColourspace(space).withIccProfile(profile).jpeg(fine).toBuffer()
		expect((await sharp(bytes).metadata()).space).toBe(space)
		// JPEG quantization, enlarged by the colour conversion.
		expect(await distance(bytes, wanted)).toBeLessThanOrEqual(4)
	}
})

test('grey stays grey, at 8 and 16 bits', async () => {
	const grey = iccProfile({ gamma: 1.8 })
	const level = [128, 128, 128]
	for (const space of ['b-w', 'grey16']) {
		expect(
			await distance(await flat(level).toColourspace(space).png().toBuffer(), level),
		).toBeLessThanOrEqual(1)
		const light = withIccProfile(await flat(level).toColourspace(space).png().toBuffer(), grey)
		// The sRGB value of 128 at a gamma of 1.8.
		expect(await distance(light, [146, 146, 146])).toBeLessThanOrEqual(2)
	}
})

test('a 16-bit PNG without a profile is read as sRGB', async () => {
	expect(
		await distance(await flat(MUTED).toColourspace('rgb16').png().toBuffer(), MUTED),
	).toBeLessThanOrEqual(2)
})
