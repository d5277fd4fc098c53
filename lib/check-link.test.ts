import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLink } from './check-link'
import { isPublicAddress } from './public-request'

const anyAddress = { isAllowed: () => true }
const asked: string[] = []
let server: Server
let base = ''

beforeAll(async () => {
	server = createServer(({ method, url = '' }, response) => {
		asked.push(`${method} ${url}`)
		if (url === '/silent') return
		const [, status = '200', location] = url.split('/')
		const answer = status === 'get-only' ? (method === 'HEAD' ? 405 : 200) : Number(status)
		response.writeHead(answer, location ? { Location: decodeURIComponent(location) } : {}).end()
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const address = server.address()
	base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => {
	server.closeAllConnections()
	server.close()
})

test.each([
	['/200', 'works'],
	['/get-only', 'works'],
	['/404', 'broken'],
	['/410', 'broken'],
	['/403', 'unclear'],
	['/500', 'unclear'],
	['/301/%2F200', 'works'],
	['/302/%2F404', 'broken'],
	['/301/%2F301%2F%252F200', 'works'],
])('%s is %s', async (path, state) => {
	expect(await checkLink(base + path, anyAddress)).toMatchObject({ state })
})

test('redirects end', async () => {
	const before = asked.length
	const loop = `${base}/301/${encodeURIComponent('/307/%2F301')}`
	expect(await checkLink(`${base}/301/.`, anyAddress)).toMatchObject({ state: expect.any(String) })
	expect(await checkLink(loop, anyAddress)).toMatchObject({ state: expect.any(String) })
	expect(asked.length - before).toBeLessThan(30)
})

test('a server without an answer is given up', async () => {
	expect(await checkLink(`${base}/silent`, { ...anyAddress, timeoutMs: 100 })).toEqual({
		state: 'unclear',
		detail: 'Its server did not answer in time.',
	})
})

test('private addresses are never asked', async () => {
	const before = asked.length
	const { port } = new URL(base)
	for (const host of [
		'127.0.0.1',
		'localhost',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'0.0.0.0',
		'2130706433',
		'0x7f.1',
	])
		expect(await checkLink(`http://${host}:${port}/200`)).toMatchObject({ state: 'unclear' })
	expect(asked.length).toBe(before)
})

test('a redirect into a private network is not followed', async () => {
	const isAllowed = (address: string) => address === '127.0.0.1'
	const target = encodeURIComponent('http://169.254.169.254/latest')
	expect(await checkLink(`${base}/301/${target}`, { isAllowed })).toMatchObject({
		state: 'unclear',
		detail: expect.stringContaining('private network'),
	})
})

test.each(['javascript:alert(1)', 'ftp://example.org/', 'http://a:b@example.org/', 'not a url'])(
	'%s is not asked',
	async (address) => {
		expect(await checkLink(address)).toMatchObject({ state: 'unclear' })
	},
)

test.each([
	['93.184.215.14', true],
	['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
	['10.1.2.3', false],
	['172.16.0.1', false],
	['192.168.1.1', false],
	['100.64.0.1', false],
	['169.254.169.254', false],
	['224.0.0.1', false],
	['255.255.255.255', false],
	['fe80::1', false],
	['fd00::1', false],
	['::ffff:10.0.0.1', false],
	['64:ff9b::a00:1', false],
	['2002:a00:1::', false],
])('%s is public: %s', (address, isPublic) => {
	expect(isPublicAddress(address)).toBe(isPublic)
})
