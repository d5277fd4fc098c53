import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { articles, auditEvents, photoUses, revisions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { ANONYMOUS, type Viewer } from '@/domain/permissions'
import { drawn, staff, withIptc, xmpPacket } from '@/e2e/support/photos'
import { env } from '@/lib/env'
import { type FocalPoint, thumbPath } from '@/lib/photo-paths'
import { addPhoto } from './add'
import { changePhoto } from './change'
import { lengthWarnings, type PhotoRecord } from './fields'
import { findPhoto, listPhotos, missingForPrint, whereUsed } from './read'
import { photoViews } from './views'

withDatabase()

const TODAY = '2027-03-28'

let editor: Viewer
let contributor: Viewer
let own: PhotoRecord
let other: PhotoRecord

beforeAll(async () => {
	editor = await staff('Edith', 'editor')
	contributor = await staff('Conrad', 'contributor')
	const picture = async (colour: string) => ({ bytes: await drawn(300, 200, colour).jpeg().toBuffer() })
	own = await addPhoto(contributor, await picture('teal'))
	other = await addPhoto(editor, await picture('maroon'))
})

test('contributors change their own photographs, editors all', async () => {
	const changed = await changePhoto(contributor, own.id, { caption: ' The\nquay ', focalX: 0, alt: 'A quay' })
	expect(changed).toMatchObject({ caption: 'The quay', focalX: 0, focalY: 500 })
	expect(await findPhoto(own.id)).toEqual(changed)
	await expect(changePhoto(contributor, other.id, { caption: 'x' })).rejects.toMatchObject({
		code: 'forbidden',
	})
	await changePhoto(editor, own.id, { credit: '100% Conrad_', caption: '' })
	expect(await findPhoto(own.id)).toMatchObject({ credit: '100% Conrad_', caption: null, alt: 'A quay' })
	const events = await readDb().select().from(auditEvents)
	expect(events.map((event) => event.action)).toEqual([
		'add photo',
		'add photo',
		'change photo',
		'change photo',
	])
})

test('a new focal point recrops the thumbnails', async () => {
	const flat = (width: number, background: string) => ({
		create: { width, height: 300, channels: 3 as const, background },
	})
	const strip = { input: flat(200, 'red'), left: 600, top: 0 }
	const bytes = await sharp(flat(800, 'white')).composite([strip]).png().toBuffer()
	const photo = await addPhoto(editor, { bytes })
	const pixel = async (focal: FocalPoint, x: number) => {
		const path = join(env.dataDir, thumbPath(photo.hash, 240, focal, 'jpg'))
		const { data } = await sharp(path)
			.extract({ left: x, top: 80, width: 1, height: 1 })
			.raw()
			.toBuffer({ resolveWithObject: true })
		return [...data].map((channel) => (channel > 128 ? 1 : 0)).join('')
	}
	const [white, red] = ['111', '100']
	expect(await pixel({ focalX: 500, focalY: 500 }, 200)).toBe(white)
	const changed = await changePhoto(editor, photo.id, { focalX: 875, focalY: 500 })
	expect(changed).toMatchObject({ focalX: 875, thumbWidths: [240] })
	expect(await pixel(changed, 200)).toBe(red)
	const before = statSync(join(env.dataDir, thumbPath(photo.hash, 240, photo, 'avif')))
	await changePhoto(editor, photo.id, { focalX: 500 })
	const after = statSync(join(env.dataDir, thumbPath(photo.hash, 240, photo, 'avif')))
	expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
	expect(readdirSync(env.mediaDir).filter((name) => name.startsWith('incoming'))).toEqual([])
})

test('refuses invalid viewers, ids, long texts and focal points', async () => {
	await expect(changePhoto(ANONYMOUS, own.id, {})).rejects.toMatchObject({ code: 'unauthenticated' })
	await expect(changePhoto(editor, 999, {})).rejects.toMatchObject({ code: 'not-found' })
	const long = changePhoto(editor, own.id, { credit: 'x'.repeat(201) })
	await expect(long).rejects.toMatchObject({ code: 'invalid', field: 'credit' })
	for (const focalY of [-1, 1001, 0.5, Number.NaN])
		await expect(changePhoto(editor, own.id, { focalY })).rejects.toMatchObject({ field: 'focalY' })
})

test('lists newest first, by page and by search', async () => {
	const ids = async (query?: string, before?: number, limit = 10) =>
		(await listPhotos(editor, { query, before, limit })).map((photo) => photo.id)
	expect((await ids()).slice(1)).toEqual([other.id, own.id])
	expect(await ids(undefined, undefined, 1)).toEqual((await ids()).slice(0, 1))
	expect(await ids(undefined, other.id)).toEqual([own.id])
	expect(await ids('conrad QUAY')).toEqual([own.id])
	expect(await ids(String(own.id))).toContain(own.id)
	expect(await ids('conrad ferry')).toEqual([])
	expect(await ids('0% c')).toEqual([own.id])
	expect(await ids('%%')).toEqual([])
	expect(await ids('\\')).toEqual([])
	await expect(listPhotos(ANONYMOUS, { limit: 5 })).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('views have empty strings for absent texts', async () => {
	const views = await photoViews([own.id, own.id, other.id, 999])
	expect([...views.keys()].sort()).toEqual([own.id, other.id])
	expect(views.get(other.id)).toMatchObject({
		caption: '',
		credit: '',
		alt: '',
		creator: null,
		widths: [300],
	})
	expect(await photoViews([])).toEqual(new Map())
})

test('a new credit replaces the reason for no credit', async () => {
	const { id } = await addPhoto(editor, {
		bytes: withIptc(await drawn(300, 220, 'olive').jpeg().toBuffer(), [[80, 'NIKON USER']]),
		fields: { noCreditReason: ' Found in an estate ' },
	})
	expect(await findPhoto(id)).toMatchObject({ credit: null, noCreditReason: 'Found in an estate' })
	const credited = await changePhoto(editor, id, { credit: 'Ana', noCreditReason: 'Found in an estate' })
	expect(credited).toMatchObject({ credit: 'Ana', noCreditReason: null })
	const both = changePhoto(editor, id, { credit: 'Ana', noCreditReason: 'Nobody knows' })
	await expect(both).rejects.toMatchObject({ field: 'noCreditReason' })
	const bytes = await drawn(300, 230, 'olive').jpeg().toBuffer()
	const added = addPhoto(editor, { bytes, fields: { credit: 'Ana', noCreditReason: 'Nobody knows' } })
	await expect(added).rejects.toMatchObject({ field: 'noCreditReason' })
	expect(await changePhoto(editor, id, { credit: '', noCreditReason: 'Lost' })).toMatchObject({
		credit: null,
		noCreditReason: 'Lost',
	})
})

test('a file’s long texts are kept without blocking other fields', async () => {
	const caption = `${'x'.repeat(1_999)}🚢${'y'.repeat(1_000)}`
	const packet = xmpPacket(
		`<dc:description>${caption}</dc:description><Iptc4xmpCore:AltTextAccessibility>${'🚢'.repeat(600)}</Iptc4xmpCore:AltTextAccessibility>`,
	)
	const photo = await addPhoto(editor, { bytes: await drawn(300, 240).withXmp(packet).jpeg().toBuffer() })
	expect(photo.caption).toBe(caption)
	const warnings = lengthWarnings(photo)
	expect(Object.keys(warnings)).toEqual(['caption', 'alt'])
	expect(warnings.alt).toContain('600 characters')
	const sent = { caption: photo.caption, alt: photo.alt, credit: '🚢'.repeat(200) }
	expect(await changePhoto(editor, photo.id, sent)).toMatchObject(sent)
	await expect(changePhoto(editor, photo.id, { caption: `${caption}z` })).rejects.toThrow(
		'under 2000 characters; it has 3001',
	)
	await expect(changePhoto(editor, photo.id, { credit: '🚢'.repeat(201) })).rejects.toMatchObject({
		field: 'credit',
	})
	const [event] = await readDb().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
	expect(event?.detail).toEqual({ credit: sent.credit })
})

test('publishing needs a credit, an alternative text and rights', () => {
	const none = { credit: null, noCreditReason: null, alt: ' ', rightsEndOn: null }
	expect(missingForPrint(none, TODAY)).toEqual(['credit', 'alt'])
	expect(missingForPrint({ ...none, credit: ' © ' }, TODAY)).toEqual(['credit', 'alt'])
	expect(missingForPrint({ ...none, credit: 'A', alt: 'B' }, TODAY)).toEqual([])
	expect(missingForPrint({ ...none, noCreditReason: 'Found in an estate', alt: 'B' }, TODAY)).toEqual([])
	const ending = (rightsEndOn: string) =>
		missingForPrint({ ...none, credit: 'A', alt: 'B', rightsEndOn }, TODAY)
	expect([ending('2027-03-27'), ending(TODAY)]).toEqual([['rights'], []])
})

test('lists the articles with a photograph, without duplicates', async () => {
	const revision = { body: { version: 1, content: [] }, wordCount: 0 }
	await write(async (tx) => {
		await tx.insert(articles).values({ id: 7, slug: 'the-quay' })
		for (const [id, headline] of [
			[1, 'Old'],
			[2, 'Printed'],
			[3, 'Head'],
		] as const) {
			await tx.insert(revisions).values({ ...revision, id, headline, articleId: 7 })
			await tx.insert(photoUses).values({ revisionId: id, position: 0, photoId: own.id })
		}
		await tx.update(articles).set({ headRevisionId: 3 }).where(eq(articles.id, 7))
	})
	expect(await whereUsed(editor, own.id)).toEqual([
		{ articleId: 7, slug: 'the-quay', headline: 'Head', published: false },
	])
	expect(await whereUsed(contributor, own.id)).toEqual([])
	await write((tx) =>
		tx.update(articles).set({ publishedRevisionId: 2, publishAt: new Date() }).where(eq(articles.id, 7)),
	)
	expect(await whereUsed(editor, own.id)).toEqual([
		{ articleId: 7, slug: 'the-quay', headline: 'Printed', published: true },
	])
	expect(await whereUsed(contributor, own.id)).toHaveLength(1)
	expect(await whereUsed(editor, other.id)).toEqual([])
})
