import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawn } from '@/e2e/support/photos'
import { storageRefusal } from '@/lib/storage-failure'
import { type ImageLimits, processImage } from './process-image'

const focal = { focalX: 500, focalY: 500 }
const GENEROUS = { memoryBytes: 2 ** 30, cpuSeconds: 30, seconds: 60 }

let folder: string
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-image-worker-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function made(bytes: Uint8Array, limits?: Partial<ImageLimits>) {
	const into = mkdtempSync(join(folder, 'into-'))
	const original = join(into, 'original')
	writeFileSync(original, bytes)
	return processImage({ original, into, focal, whole: true }, limits && { ...GENEROUS, ...limits })
}

/** One colour: many pixels in a small file. */
const flat = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: 'teal' } })

const OVER = 'more time or memory'

test('exceeding the memory limit ends only the image worker', async () => {
	const bytes = await flat(6000, 6000).png({ progressive: true }).toBuffer()
	// At its memory limit a decoder may report a damaged file instead; both are refusals.
	const tight = made(bytes, { memoryBytes: 120 * 2 ** 20 })
	await expect(tight).rejects.toMatchObject({ name: 'Refusal', field: 'photo' })
})

test('exceeding the time limits is refused, wall clock and processor', async () => {
	const bytes = await drawn(3000, 2000).jpeg().toBuffer()
	await expect(made(bytes, { seconds: 0.01 })).rejects.toMatchObject({ name: 'Refusal', field: 'photo' })
	await expect(made(bytes, { cpuSeconds: 0 })).rejects.toThrow(OVER)
	expect(await made(await drawn(300, 200).jpeg().toBuffer())).toMatchObject({ widths: [300] })
})

test('a full disk in the worker keeps its error code', async () => {
	const into = mkdtempSync(join(folder, 'into-'))
	const original = join(into, 'original')
	writeFileSync(original, await flat(300, 200).jpeg().toBuffer())
	symlinkSync('/dev/full', join(into, '300.webp'))
	const error = await processImage({ original, into, focal, whole: true }).catch((error) => error)
	expect(error).toMatchObject({ code: 'ENOSPC' })
	expect(storageRefusal(error)?.code).toBe('full')
})

test('a decompression bomb is refused by its header', async () => {
	const bomb = await flat(400, 400).png().toBuffer()
	bomb.writeUInt32BE(30_000, 16)
	bomb.writeUInt32BE(30_000, 20)
	bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
	const before = process.memoryUsage().rss
	const little = { cpuSeconds: 1, memoryBytes: 150 * 2 ** 20 }
	await expect(made(bomb, little)).rejects.toThrow('30000 × 30000')
	expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
})

/** Timeout of large images on a busy machine. */
const TIMEOUT_MS = 120_000

test('a JPEG of 102 megapixels is accepted', { timeout: TIMEOUT_MS }, async () => {
	// Those of 45 and 61 megapixels are downscaled by the same factor while decoding and take less memory.
	const [width, height] = [11_648, 8736]
	const bytes = await flat(width, height).jpeg().toBuffer()
	expect(await made(bytes)).toMatchObject({ width, height, widths: [320, 480, 720, 960, 1280, 2048] })
})

test('a rotated progressive JPEG of 45 megapixels is accepted', {
	timeout: TIMEOUT_MS,
}, async () => {
	const bytes = await flat(8256, 5504)
		.withMetadata({ orientation: 6 })
		.jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
		.toBuffer()
	expect(await made(bytes)).toMatchObject({ width: 5504, height: 8256 })
})

test('other libvips loaders are blocked, whatever the file name', async () => {
	const picture = drawn(300, 300)
	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')
	for (const bytes of [await picture.clone().gif().toBuffer(), await picture.clone().avif().toBuffer(), svg])
		await expect(made(bytes)).rejects.toThrow('damaged')
})

test('the image worker inherits no environment variables', async () => {
	process.env.SQUARE_SECRET = 'not for the image worker'
	process.env.NODE_OPTIONS = '--not-an-option'
	try {
		expect(await made(await drawn(300, 200).jpeg().toBuffer())).toMatchObject({ colour: '#ffffff' })
	} finally {
		delete process.env.SQUARE_SECRET
		delete process.env.NODE_OPTIONS
	}
})
