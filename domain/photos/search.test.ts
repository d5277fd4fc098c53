import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { photos } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { ANONYMOUS, type Viewer } from '@/domain/permissions'
import { drawn, staff } from '@/e2e/support/photos'
import { addPhoto } from './add'
import { changePhoto } from './change'
import type { PhotoRecord } from './fields'
import { findPhotosPage, listPhotos } from './read'

withDatabase()

let editor: Viewer
let photo: PhotoRecord

beforeAll(async () => {
	editor = await staff('Edith', 'editor')
	const bytes = await drawn(300, 200).jpeg().toBuffer()
	await addPhoto(editor, { bytes, fields: { caption: 'The quay', credit: 'Ana Lima' } })
	photo = await addPhoto(editor, { bytes: await drawn(300, 210).jpeg().toBuffer() })
})

test.each([
	['Škoda works', 'ŠKODA'],
	['Škoda works', 'skoda'],
	['Слово редактора', 'СЛОВО'],
	['Ünited', 'united'],
	['東京都の港', '港'],
	['हिन्दी में', 'हिन्दी'],
	['İstanbul ve Diyarbakır', 'DIYARBAKIR istanbul'],
	['Ο Οδυσσεύς', 'ΟΔΥΣΣΕΥΣ'],
	['Große Straße', 'GROSSE STRASSE'],
	['Çorlu'.normalize('NFD'), 'çorlu'.normalize('NFC')],
	['한국 뉴스'.normalize('NFC'), '뉴스'.normalize('NFD')],
	['مُحَمَّد', 'محمد'],
	['50% wool', '%'],
	['snake_case', '_'],
])('“%s” is found by “%s” alone', async (caption, query) => {
	await changePhoto(editor, photo.id, { caption })
	const found = await listPhotos(editor, { query, limit: 10 })
	expect(found.map(({ id }) => id)).toEqual([photo.id])
})

test('a picker pages through the whole library', async () => {
	const row = { mime: 'image/jpeg' as const, width: 300, height: 200, widths: [300] }
	await write((tx) =>
		tx.insert(photos).values(Array.from({ length: 60 }, (_, n) => ({ ...row, hash: `hash ${n}` }))),
	)
	const ids: number[] = []
	for (let page = await findPhotosPage(editor, { query: '' }); ; ) {
		ids.push(...page.photos.map(({ id }) => id))
		if (!page.more) break
		page = await findPhotosPage(editor, { query: '', before: ids.at(-1) })
	}
	expect(ids).toEqual(
		(await readDb().select({ id: photos.id }).from(photos)).map(({ id }) => id).sort((a, b) => b - a),
	)
	await expect(findPhotosPage(ANONYMOUS, { query: '' })).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('search yields between batches and stops at a full page', async () => {
	const row = { mime: 'image/jpeg' as const, width: 300, height: 200, widths: [300] }
	await write((tx) =>
		tx
			.insert(photos)
			.values(
				Array.from({ length: 1_000 }, (_, n) => ({ ...row, hash: `plenty ${n}`, caption: `Plenty ${n}` })),
			),
	)
	expect(await turnsDuring(() => listPhotos(editor, { query: 'nowhere', limit: 10 }))).toBeGreaterThan(4)
	expect(await turnsDuring(() => listPhotos(editor, { query: 'plenty', limit: 10 }))).toBeLessThan(2)
	const all = await listPhotos(editor, { query: 'plenty', limit: 100 })
	const next = await listPhotos(editor, { query: 'plenty', limit: 100, before: all.at(-1)?.id })
	expect([...all, ...next].map(({ caption }) => caption)).toEqual(
		Array.from({ length: 200 }, (_, n) => `Plenty ${999 - n}`),
	)
	const rest = await listPhotos(editor, { query: 'quay', limit: 10 })
	expect(rest.map(({ caption }) => caption)).toEqual(['The quay'])
})

async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
	let turns = 0
	let ended = false
	const count = () => {
		turns += 1
		if (!ended) setImmediate(count)
	}
	setImmediate(count)
	await work()
	ended = true
	return turns
}
