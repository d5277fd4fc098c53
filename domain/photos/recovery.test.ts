import { spawn } from 'node:child_process'
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isDatabaseFile, readDb } from '@/db'
import { photos } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import type { Viewer } from '@/domain/permissions'
import { drawn, staff } from '@/e2e/support/photos'
import { env } from '@/lib/env'
import { eventually } from '@/lib/testing'
import { addPhoto } from './add'
import { changePhoto } from './change'
import type { PhotoRecord } from './fields'
import { comparePhotoFiles, recoverLeftovers } from './recovery'
import { missingFiles, promisedFiles } from './store'

withDatabase()

let editor: Viewer
let bytes: Buffer
let photo: PhotoRecord

beforeAll(async () => {
	editor = await staff('Edith', 'editor')
	bytes = await drawn(330, 300).jpeg().toBuffer()
})
beforeEach(async () => {
	photo = await addPhoto(editor, { bytes })
	expect(await missingFiles(photo)).toEqual([])
})

const folder = () => join(env.mediaDir, photo.hash)
const compare = async () => {
	const report = await comparePhotoFiles({ everyFile: true })
	return { ...report, leftovers: report.leftovers.sort() }
}
const sound = { rows: 1, incomplete: [], withoutRow: [], leftovers: [] }

test('promisedFiles lists exactly the files made', () => {
	expect(readdirSync(folder()).sort()).toEqual(promisedFiles(photo).sort())
})

test.each(['all', 'one', 'the bytes of one'])(
	'adding the same file again restores %s of its files',
	async (lost) => {
		if (lost === 'all') rmSync(folder(), { recursive: true })
		else if (lost === 'one') rmSync(join(folder(), '330.webp'))
		else truncateSync(join(folder(), '330.webp'), 0)
		expect(await compare()).toMatchObject({ incomplete: [photo.id] })
		expect(await comparePhotoFiles({ everyFile: false })).toMatchObject({ incomplete: [photo.id] })
		expect(await addPhoto(editor, { bytes })).toEqual(photo)
		expect(await missingFiles(photo)).toEqual([])
		expect(await compare()).toEqual(sound)
	},
)

test('changing the focal point without the original is refused', async () => {
	rmSync(folder(), { recursive: true })
	await expect(changePhoto(editor, photo.id, { focalX: 1, focalY: 1 })).rejects.toThrow(/add the same file/)
	expect(existsSync(folder())).toBe(false)
})

test('an original in an incoming folder restores missing files', async () => {
	const incoming = join(env.mediaDir, 'incoming-aBcDeF')
	renameSync(folder(), incoming)
	rmSync(join(incoming, '330.webp'))
	expect(await compare()).toMatchObject({ incomplete: [photo.id], leftovers: ['incoming-aBcDeF'] })
	expect(await recoverLeftovers()).toEqual({ adopted: 1, cleared: 0 })
	expect(await compare()).toEqual(sound)
})

test('unconfirmed leftovers are deleted; running uploads stay', async () => {
	const running = spawn('sleep', ['60'])
	const names = ['incoming-aBcDeF', 'incoming-1073741824-aBcDeF', `incoming-${running.pid}-aBcDeF`]
	for (const name of names) mkdirSync(join(env.mediaDir, name))
	writeFileSync(join(env.mediaDir, 'incoming-aBcDeF', 'original.jpg'), 'of an upload that was cut short')
	cpSync(folder(), join(env.mediaDir, '0'.repeat(64)), { recursive: true })
	const upload = addPhoto(editor, { bytes: await drawn(340, 300, 'navy').jpeg().toBuffer() })
	await eventually(() => expect(readdirSync(env.mediaDir).join()).toContain(`.${process.pid}-`))
	expect(await compare()).toEqual({
		...sound,
		withoutRow: ['0'.repeat(64)],
		leftovers: names.slice(0, 2).sort(),
	})
	expect(await recoverLeftovers()).toEqual({ adopted: 0, cleared: 2 })
	const added = await upload
	expect(readdirSync(env.mediaDir).sort()).toEqual([photo.hash, added.hash, '0'.repeat(64), names[2]].sort())
	running.kill()
	for (const name of ['0'.repeat(64), `incoming-${running.pid}-aBcDeF`])
		rmSync(join(env.mediaDir, name), { recursive: true })
})

test('folders older than boot or start are leftovers', async () => {
	const running = spawn('sleep', ['60'])
	const [boot, start] = [os.uptime(), process.uptime()].map((seconds) => Date.now() / 1000 - seconds) as [
		number,
		number,
	]
	const names = [boot - 60, (boot + start) / 2, start + 0.1].map((seconds, n) => {
		const name = `incoming-${running.pid}-${n}`
		mkdirSync(join(env.mediaDir, name))
		utimesSync(join(env.mediaDir, name), seconds, seconds)
		return name
	})
	expect((await compare()).leftovers).toEqual(names.slice(0, 1))
	expect(await recoverLeftovers()).toEqual({ adopted: 0, cleared: 2 })
	expect(readdirSync(env.mediaDir)).toContain(names[2])
	running.kill()
	rmSync(join(env.mediaDir, names[2] as string), { recursive: true })
})

test('on PostgreSQL, folders of another host are leftovers after an hour', async () => {
	const names = ['new', 'old'].map((name) => `incoming-0a1b2c3d.1-${name}`)
	for (const name of names) mkdirSync(join(env.mediaDir, name))
	const hourAgo = Date.now() / 1000 - 3_660
	utimesSync(join(env.mediaDir, names[1] as string), hourAgo, hourAgo)
	// With SQLite one server uses a folder, and its host may be renamed between two starts.
	expect((await compare()).leftovers).toEqual(isDatabaseFile ? names : names.slice(1))
	expect(await recoverLeftovers()).toEqual({ adopted: 0, cleared: isDatabaseFile ? 2 : 1 })
	rmSync(join(env.mediaDir, names[0] as string), { recursive: true, force: true })
})

test('files, folder, rename and parent are synced before the row', async () => {
	const order: string[] = []
	const before = await readDb().$count(photos)
	const { open, rename } = fs
	vi.spyOn(fs, 'open').mockImplementation(async (...given) => {
		const file = await open(...given)
		const sync = file.sync.bind(file)
		file.sync = async () => {
			await sync()
			order.push(`sync ${basename(String(given[0])).replace(/^incoming-.*/, 'incoming')}`)
			expect(await readDb().$count(photos)).toBe(before)
		}
		return file
	})
	vi.spyOn(fs, 'rename').mockImplementation(async (...given) => {
		await rename(...given)
		order.push('rename')
	})
	const added = await addPhoto(editor, { bytes: await drawn(350, 300, 'plum').jpeg().toBuffer() })
	expect(order.slice(-3)).toEqual(['sync incoming', 'rename', 'sync media'])
	expect(order.slice(0, -3).sort()).toEqual(
		promisedFiles(added)
			.map((name) => `sync ${name}`)
			.sort(),
	)
	vi.restoreAllMocks()
})
