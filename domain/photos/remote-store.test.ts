import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { photos } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import type { Viewer } from '@/domain/permissions'
import { drawn, staff } from '@/e2e/support/photos'
import { S3Server } from '@/e2e/support/s3-server'
import { compiled } from '@/lib/compiled'
import { env } from '@/lib/env'
import { addPhoto } from './add'
import { changePhoto } from './change'
import { deleteErasedFiles, recordErasedFiles } from './erase'
import type { PhotoRecord } from './fields'
import { comparePhotoFiles, recoverLeftovers } from './recovery'
import { missingFiles, promisedFiles, withLocalFile } from './store'

withDatabase()

const UPLOAD = compiled('domain/photos/upload.fixture.ts')

let server: S3Server
let editor: Viewer
let bytes: Buffer
let photo: PhotoRecord
beforeAll(async () => {
	server = await new S3Server().start()
	for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value)
	vi.spyOn(console, 'error').mockImplementation(() => {})
	editor = await staff('Edith', 'editor')
	bytes = await drawn(330, 300).jpeg().toBuffer()
})
beforeEach(async () => {
	server.fault = () => null
	photo = await addPhoto(editor, { bytes })
})
afterAll(async () => {
	vi.unstubAllEnvs()
	await server.stop()
})

const namesOf = (hash: string) =>
	[...server.objects.keys()].filter((key) => key.startsWith(`site/${hash}/`)).map((key) => key.split('/')[2])
const local = () => readdirSync(env.mediaDir)

test('files of a photograph are in the store before its row', async () => {
	const rows: number[] = []
	const before = await readDb().$count(photos)
	server.fault = async (method) => {
		if (method === 'PUT') rows.push(await readDb().$count(photos))
		return null
	}
	const added = await addPhoto(editor, { bytes: await drawn(340, 300).jpeg().toBuffer() })
	expect(namesOf(added.hash).sort()).toEqual(promisedFiles(added).sort())
	expect(new Set(rows)).toEqual(new Set([before]))
	expect(local()).toEqual([])
	expect(await comparePhotoFiles({ everyFile: true })).toMatchObject({ incomplete: [], withoutRow: [] })
})

test('a failed upload leaves no row, no object and no folder', async () => {
	const before = [await readDb().$count(photos), server.objects.size]
	server.fault = (method, key) => (method === 'PUT' && key.endsWith('330.webp') ? 'reset' : null)
	const other = await drawn(330, 310, 'navy').jpeg().toBuffer()
	await expect(addPhoto(editor, { bytes: other })).rejects.toMatchObject({ code: 'unavailable' })
	expect([await readDb().$count(photos), server.objects.size]).toEqual(before)
	expect(local()).toEqual([])
})

test('missing objects are found at a start, and added again', async () => {
	server.objects.delete(`site/${photo.hash}/330.webp`)
	expect(await comparePhotoFiles({ everyFile: false })).toMatchObject({ incomplete: [photo.id] })
	expect(await addPhoto(editor, { bytes })).toEqual(photo)
	expect(await missingFiles(photo)).toEqual([])
})

test('a focal point is changed from the stored original', async () => {
	const changed = await changePhoto(editor, photo.id, { focalX: 100, focalY: 200 })
	expect(await missingFiles(changed)).toEqual([])
	expect(local()).toEqual([])
	await withLocalFile(photo.hash, '330.jpg', async (path) => expect(existsSync(String(path))).toBe(true))
	await withLocalFile(photo.hash, '1.jpg', async (path) => expect(path).toBeNull())
})

test('objects of a killed upload are deleted at the next start', async () => {
	const killed = await drawn(350, 300, 'plum').jpeg().toBuffer()
	const file = join(env.dataDir, 'killed.jpg')
	writeFileSync(file, killed)
	const upload = spawn(process.execPath, [UPLOAD, file], { stdio: 'inherit' })
	let puts = 0
	server.fault = (method) => {
		if (method !== 'PUT' || ++puts <= 4) return null
		upload.kill('SIGKILL')
		return 'reset'
	}
	expect(await once(upload, 'exit')).toEqual([null, 'SIGKILL'])
	const { withoutRow, leftovers } = await comparePhotoFiles({ everyFile: true })
	expect(withoutRow).toEqual([createHash('sha256').update(killed).digest('hex')])
	expect(leftovers).toEqual([expect.stringContaining(`.${upload.pid}-`)])
	expect(await recoverLeftovers()).toEqual({ adopted: 0, cleared: 1 })
	expect([namesOf(withoutRow[0] ?? ''), local()]).toEqual([[], []])
	expect(await missingFiles(photo)).toEqual([])
})

test('files of deleted photographs stay recorded while the store is down', async () => {
	const hash = 'c'.repeat(64)
	server.objects.set(`site/${hash}/320.jpg`, { body: bytes, headers: {} })
	await write((tx) => recordErasedFiles(tx, hash))
	server.fault = () => ({ status: 503, code: 'SlowDown' })
	await expect(deleteErasedFiles()).rejects.toMatchObject({ code: 'unavailable' })
	server.fault = () => null
	await deleteErasedFiles()
	expect(namesOf(hash)).toEqual([])
})
