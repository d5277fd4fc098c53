import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { photos, trashedRows } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { env } from '@/lib/env'
import { removeDemo } from '../demo/remove'
import { recordDemoRows } from '../demo/rows'
import { deleteErasedFiles, recordErasedFiles } from './erase'

withDatabase()

const SIZE = { mime: 'image/jpeg', width: 300, height: 200, widths: [300] } as const

function folderOf(hash: string): string {
	const folder = join(env.mediaDir, hash)
	mkdirSync(folder, { recursive: true })
	writeFileSync(join(folder, 'original.jpg'), 'picture')
	return folder
}

const insertPhoto = (hash: string) =>
	write((tx) =>
		tx
			.insert(photos)
			.values({ ...SIZE, widths: [300], hash })
			.returning({ id: photos.id }),
	)

test('the files of a demo photograph leave after its row', async () => {
	const [removed, own] = ['a'.repeat(64), 'b'.repeat(64)].map(folderOf)
	const [row] = await insertPhoto('a'.repeat(64))
	await insertPhoto('b'.repeat(64))
	await write((tx) => recordDemoRows(tx, 'photo', [row?.id ?? 0]))
	await removeDemo(await createStaff('owner'))
	expect([removed, own].map((folder) => existsSync(folder ?? ''))).toEqual([false, true])
})

test('an interrupted deletion of files is repeated, except for files added again', async () => {
	const [left, again] = ['c'.repeat(64), 'd'.repeat(64)].map(folderOf)
	await insertPhoto('d'.repeat(64))
	for (const name of ['c', 'd']) await write((tx) => recordErasedFiles(tx, name.repeat(64)))
	await deleteErasedFiles()
	expect([left, again].map((folder) => existsSync(folder ?? ''))).toEqual([false, true])
	expect(await readDb().select().from(trashedRows)).toEqual([])
})
