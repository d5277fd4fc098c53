import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FolderStore } from '@/lib/media/folder-store'
import { eventually } from '@/lib/testing'
import { PhotoCache } from './photo-cache'

const HASH = 'a'.repeat(64)
const SMALL = `/media/${HASH}/320.avif`
const LARGE = `/media/${HASH}/1600.avif`

let folder: string
const fileOf = (path: string): string => join(folder, path.replace('/media/', ''))

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-photos-'))
	mkdirSync(join(folder, HASH))
	writeFileSync(fileOf(SMALL), 'small')
	writeFileSync(fileOf(LARGE), Buffer.alloc(300_000))
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string) => ({ url, acceptEncoding: undefined, ifNoneMatch: undefined, cookie: undefined })

test('a small photo is read once and then sent from memory', async () => {
	const cache = new PhotoCache(new FolderStore(folder))
	const first = cache.rawResponse(get(SMALL))
	expect(first).toBeInstanceOf(Promise)
	expect(String(await first)).toMatch(
		/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\nContent-Length: 5\r\n[\s\S]*\r\n\r\nsmall$/,
	)
	expect(cache.rawResponse(get(SMALL))).toBeInstanceOf(Buffer)
})

test('simultaneous requests share a read', () => {
	const cache = new PhotoCache(new FolderStore(folder))
	expect(cache.find(SMALL)).toBe(cache.find(SMALL))
})

test.each([
	['a large photo', LARGE],
	['a missing photo', `/media/${HASH}/480.avif`],
	['an original', `/media/${HASH}/original.jpg`],
	['a path outside', `/media/../${HASH}/320.avif`],
	['another path', '/news/a'],
])('%s is not answered', async (_, path) => {
	expect(await new PhotoCache(new FolderStore(folder)).rawResponse(get(path))).toBeNull()
})

test('a removed photo is no longer sent', async () => {
	const cache = new PhotoCache(new FolderStore(folder))
	const path = `/media/${HASH}/640.avif`
	writeFileSync(fileOf(path), 'removed')
	expect(await cache.rawResponse(get(path))).not.toBeNull()
	rmSync(fileOf(path))
	await eventually(async () => expect(await cache.rawResponse(get(path))).toBeNull())
})
