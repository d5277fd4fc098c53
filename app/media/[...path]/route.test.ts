import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { addPhoto } from '@/domain/photos/add'
import { drawn, staff } from '@/domain/photos/testing'
import { GET, HEAD } from './route'

withDatabase()

let hash: string
beforeAll(async () => {
	const bytes = await drawn(400, 300).png().toBuffer()
	hash = (await addPhoto(await staff('Edith', 'editor'), { bytes })).hash
})

const ask = (path: string[], init?: RequestInit) => {
	const answer = init?.method === 'HEAD' ? HEAD : GET
	return answer(new Request('http://localhost/media', init), { params: Promise.resolve({ path }) })
}

test.each([
	['320.webp', 'image/webp', 'RIFF'],
	['400.jpg', 'image/jpeg', '\xff\xd8'],
])('serves %s for good', async (name, mime, magic) => {
	const response = await ask([hash, name])
	const bytes = Buffer.from(await response.arrayBuffer())
	expect(response.status).toBe(200)
	expect(bytes.toString('latin1').startsWith(magic)).toBe(true)
	expect(response.headers.get('content-type')).toBe(mime)
	expect(response.headers.get('content-length')).toBe(String(bytes.length))
	expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
	expect(response.headers.get('x-content-type-options')).toBe('nosniff')
	const etag = response.headers.get('etag') ?? ''
	const again = await ask([hash, name], { headers: { 'if-none-match': `"x", W/${etag}` } })
	expect(again.status).toBe(304)
	expect(await again.text()).toBe('')
	const head = await ask([hash, name], { method: 'HEAD' })
	expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
		200,
		String(bytes.length),
		'',
	])
})

test('serves neither originals nor anything beside the pictures', async () => {
	const paths = [
		[hash, 'original.png'],
		[hash, '640.webp'],
		[hash, '320.png'],
		[hash, '320.webp\0'],
		[hash, '320.webp\n'],
		[hash, '0320.webp'],
		[hash, '320.webp', ''],
		[hash, '..', hash, '320.webp'],
		['..', 'square.db'],
		['..', '320.webp'],
		[`../media/${hash}`, '320.webp'],
		[hash.toUpperCase(), '320.webp'],
		[hash],
		[],
	]
	for (const path of paths) expect((await ask(path)).status, path.join('/')).toBe(404)
})
