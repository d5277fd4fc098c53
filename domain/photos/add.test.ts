import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import exifr from 'exifr'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents, photos } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { ANONYMOUS, type Viewer } from '@/domain/permissions'
import { drawn, staff, withIptc, xmpPacket } from '@/e2e/support/photos'
import { env } from '@/lib/env'
import { PHOTO_BYTES_MAX } from '@/lib/photo-paths'
import { addPhoto, addPhotos } from './add'
import { detectType } from './file-type'

withDatabase()

let editor: Viewer
beforeAll(async () => {
	editor = await staff('Edith', 'editor')
})

const folder = (hash: string) => join(env.dataDir, 'media', hash)
const add = (bytes: Uint8Array) => addPhoto(editor, { bytes })

test('stores the original, and derivatives without metadata in every format', async () => {
	const plain = await drawn(1500, 500).withXmp(xmpPacket('<photoshop:Credit>A</photoshop:Credit>')).jpeg()
	const bytes = withIptc(await plain.withExif({ IFD0: { Artist: 'B' } }).toBuffer(), [[120, 'The quay']])
	const photo = await addPhoto(editor, { bytes, fields: { credit: ' Given ', alt: '' } })
	expect(photo).toMatchObject({
		width: 1500,
		height: 500,
		caption: 'The quay',
		credit: 'Given',
		creator: 'B',
	})
	expect(photo).toMatchObject({ alt: null, mime: 'image/jpeg', createdBy: editor.person?.id })
	expect(photo.widths).toEqual([320, 480, 720, 960, 1280, 1500])
	expect(photo.metadata).toMatchObject({ Caption: 'The quay', 'photoshop:Credit': 'A' })
	expect(readFileSync(join(folder(photo.hash), 'original.jpg')).equals(bytes)).toBe(true)
	expect(photo.avifWidths).toEqual([320, 480, 720, 960, 1280])
	expect(photo.thumbWidths).toEqual([240, 480, 720])
	expect(readdirSync(folder(photo.hash))).toHaveLength(1 + 6 + 6 + 5 + 3 * 3)
	for (const width of photo.widths)
		for (const format of ['avif', 'webp', 'jpg']) {
			if (format === 'avif' && !photo.avifWidths.includes(width)) continue
			const derivative = readFileSync(join(folder(photo.hash), `${width}.${format}`))
			const { exif, iptc, xmp, icc, ...found } = await sharp(derivative).metadata()
			expect(found).toMatchObject({ width, height: Math.round(width / 3) })
			expect([exif, iptc, xmp, icc]).toEqual([undefined, undefined, undefined, undefined])
			if (format === 'jpg') expect(await exifr.parse(derivative, { iptc: true })).toBeUndefined()
		}
})

test('an image with an EXIF rotation is stored upright', async () => {
	const photo = await add(await drawn(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer())
	expect(photo).toMatchObject({ width: 400, height: 600, widths: [320, 400] })
	const upright = sharp(join(folder(photo.hash), '400.jpg'))
	expect(await upright.metadata()).toMatchObject({ width: 400, height: 600 })
	const top = await upright.extract({ left: 0, top: 0, width: 400, height: 100 }).toBuffer()
	expect((await sharp(top).stats()).channels[0]?.mean).toBeGreaterThan(250)
})

test.each(['png', 'webp'] as const)('%s, transparent and grey, becomes opaque', async (format) => {
	const clear = { create: { width: 300, height: 300, channels: 4 as const, background: '#0000' } }
	const photo = await add(await sharp(clear)[format]().toBuffer())
	const { channels } = await sharp(join(folder(photo.hash), '300.webp')).stats()
	expect(channels.map((channel) => channel.mean)).toEqual([255, 255, 255])
	const grey = await add(await drawn(300, 260).greyscale()[format]().toBuffer())
	expect(grey.widths).toEqual([300])
})

test('the same file is one photograph, also concurrently', async () => {
	const bytes = await drawn(500, 500, 'maroon').jpeg().toBuffer()
	const added = await Promise.all([add(bytes), add(bytes), add(bytes)])
	expect(new Set(added.map((photo) => photo.id)).size).toBe(1)
	const again = await addPhoto(editor, { bytes, fields: { caption: 'Another' } })
	expect(again).toEqual(added[0])
	expect(again.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
	expect(readdirSync(join(env.dataDir, 'media')).filter((name) => name.startsWith('incoming'))).toEqual([])
})

test('refuses other file types, by content', async () => {
	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>')
	const picture = drawn(400, 400)
	const others = [svg, Buffer.from('<html><script>alert(1)</script>'), Buffer.from('GIF89a')]
	for (const format of ['gif', 'tiff', 'avif'] as const)
		others.push(await picture.clone()[format]().toBuffer())
	for (const bytes of others) await expect(add(bytes)).rejects.toThrow('JPEG, PNG or WebP')
	expect(detectType(others[1] as Buffer)).toBeNull()
})

test('refuses an empty file with its own message', async () => {
	await expect(add(Buffer.alloc(0))).rejects.toMatchObject({ message: 'This file is empty.', field: 'photo' })
})

test('refuses animations, accepts stills of the same formats', async () => {
	const frames = await Promise.all(
		['teal', 'maroon'].map((colour) => drawn(300, 300, colour).png().toBuffer()),
	)
	const webp = await sharp(frames, { join: { animated: true } })
		.webp()
		.toBuffer()
	const png = animated(frames[0] as Buffer, 2)
	for (const bytes of [webp, png]) await expect(add(bytes)).rejects.toThrow('moving picture')
	expect(await add(animated(frames[0] as Buffer, 1))).toMatchObject({ mime: 'image/png' })
})

/** The PNG with a chunk that declares its number of frames. */
function animated(png: Buffer, frames: number): Buffer {
	const chunk = Buffer.alloc(20)
	chunk.writeUInt32BE(8)
	chunk.write('acTL', 4, 'latin1')
	chunk.writeUInt32BE(frames, 8)
	chunk.writeUInt32BE(crc32(chunk.subarray(4, 16)), 16)
	return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

test('refuses HTML and SVG behind a photograph’s magic bytes', async () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'
	for (const [head, rest] of [
		['\xff\xd8\xff\xe0', '<html>'],
		['\x89PNG\r\n\x1a\n', svg],
		['RIFF\x20\0\0\0WEBP', svg],
	] as const)
		await expect(add(Buffer.from(head + rest, 'latin1'))).rejects.toMatchObject({ code: 'invalid' })
})

test('refuses images beyond the limits of pixels and bytes', async () => {
	await expect(add(await drawn(800, 199).png().toBuffer())).rejects.toThrow('800 × 199')
	await expect(add(await drawn(17_000, 200).png().toBuffer())).rejects.toThrow('17000 × 200')
	await expect(add(Buffer.alloc(PHOTO_BYTES_MAX + 1, 0xff))).rejects.toThrow('41 MB')
	expect(readdirSync(join(env.dataDir, 'media')).filter((name) => name.startsWith('incoming'))).toEqual([])
})

test.each(['jpeg', 'png', 'webp'] as const)('refuses a truncated %s', async (format) => {
	const noise = {
		width: 500,
		height: 400,
		channels: 3 as const,
		noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
	}
	const bytes = await sharp({ create: { ...noise, background: 'red' } })
		[format]()
		.toBuffer()
	await expect(add(bytes.subarray(0, bytes.length / 2))).rejects.toThrow('damaged')
})

test('anonymous viewers, readers and moderators may not add photographs', async () => {
	const bytes = await drawn(300, 300, 'navy').jpeg().toBuffer()
	const before = (await readDb().select().from(photos)).length
	await expect(addPhoto(ANONYMOUS, { bytes })).rejects.toMatchObject({ code: 'unauthenticated' })
	for (const role of ['reader', 'moderator'] as const)
		await expect(addPhoto(await staff(role, role), { bytes })).rejects.toMatchObject({ code: 'forbidden' })
	expect((await readDb().select().from(photos)).length).toBe(before)
})

test('addPhotos keeps the given order while images are processed together', async () => {
	const sizes = [2400, 240, 900, 230, 220]
	const files = sizes.map((side) => async () => ({ bytes: await drawn(side, side).jpeg().toBuffer() }))
	const added = await addPhotos(editor, files, 3)
	expect(added.map(({ width }) => width)).toEqual(sizes)
	const ids = added.map(({ id }) => id)
	expect(ids).toEqual([...ids].sort((a, b) => a - b))
	const events = await readDb().select().from(auditEvents).orderBy(auditEvents.id)
	expect(events.slice(-sizes.length).map(({ subject }) => subject)).toEqual(ids.map((id) => `photo:${id}`))
})

test('addPhotos adds all or none, and returns stored ones', async () => {
	const [first, second] = [await drawn(310, 310).jpeg().toBuffer(), await drawn(320, 310).jpeg().toBuffer()]
	const read = (bytes: Uint8Array) => async () => ({ bytes })
	const before = await readDb().$count(photos)
	await expect(addPhotos(editor, [first, Buffer.from('text')].map(read), 2)).rejects.toThrow('not a JPEG')
	expect(await readDb().$count(photos)).toBe(before)
	const { id } = await add(second)
	const added = await addPhotos(editor, [first, second].map(read), 2)
	expect(added.map((photo) => photo.id)).toEqual([id + 1, id])
})
