import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { S3Server } from '@/e2e/support/s3-server'
import { assertMediaUsable } from './check'

let server: S3Server
beforeAll(async () => {
	server = await new S3Server().start()
})
afterAll(() => server.stop())
afterEach(() => {
	vi.unstubAllEnvs()
	server.fault = () => null
})

function stub(changes: Record<string, string> = {}): void {
	for (const [name, value] of Object.entries({ ...server.environment, ...changes })) vi.stubEnv(name, value)
}

test('the check lists, puts, reads and deletes, and leaves nothing', async () => {
	stub()
	server.requests.splice(0)
	await assertMediaUsable()
	expect(server.requests.map((each) => each.split(' ')[0])).toEqual(['GET', 'PUT', 'GET', 'DELETE'])
	expect(server.objects.size).toBe(0)
})

test.each([
	[
		{ AWS_SECRET_ACCESS_KEY: 'not-this-one' },
		/403 SignatureDoesNotMatch[\s\S]*AWS_SECRET_ACCESS_KEY does not/,
	],
	[{ AWS_ACCESS_KEY_ID: 'unknown' }, /403 InvalidAccessKeyId[\s\S]*AWS_ACCESS_KEY_ID is not known/],
	[{ S3_REGION: 'elsewhere' }, /Set S3_REGION/],
	[{ MEDIA_URL: 's3://missing' }, /404 NoSuchBucket[\s\S]*Create the bucket/],
])('%j is refused for good, with the remedy', async (changes, message) => {
	stub(changes)
	const refusal = await assertMediaUsable().catch((error) => error)
	expect(refusal).toMatchObject({ name: 'StartRefusal', transient: false })
	expect(refusal.message).toMatch(message)
	expect(refusal.message).not.toMatch(/not-this-one|signs/)
})

test('a key that may only read is refused for good', async () => {
	stub()
	server.fault = (method) => (method === 'PUT' ? { status: 403, code: 'AccessDenied' } : null)
	await expect(assertMediaUsable()).rejects.toThrow(/403 AccessDenied[\s\S]*get, put and delete/)
})

test('an unreachable store is refused as transient', async () => {
	stub({ S3_ENDPOINT: 'http://127.0.0.1:9' })
	const refusal = expect.objectContaining({ name: 'StartRefusal', transient: true })
	await expect(assertMediaUsable()).rejects.toEqual(refusal)
})
