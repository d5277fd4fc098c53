import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REFUSED_EXIT_CODE } from '@/server/supervisor.mjs'

/** A server that starts despite its settings would never exit. */
const EXIT_TIMEOUT_MS = 60_000
let folder = ''

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'square-settings-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts the built server with these settings, until it exits. */
async function refusedStart(settings: Record<string, string>) {
	const dataDir = mkdtempSync(join(folder, 'data-'))
	const child = spawn(process.execPath, ['.next/server.mjs'], {
		env: { ...process.env, NODE_ENV: 'production', SQUARE_DEMO: '0', DATA_DIR: dataDir, ...settings },
		timeout: EXIT_TIMEOUT_MS,
	})
	let errors = ''
	child.stderr.on('data', (chunk) => (errors += chunk))
	const [code] = await once(child, 'close')
	return { code, errors, files: readdirSync(dataDir) }
}

test.each([
	['PORT', 'http'],
	['HOST', 'a b'],
	['SITE_URL', 'news.example.org'],
	['DOCUMENT_CACHE_MB', '64MB'],
	['EDGE_PURGE_URLS', '127.0.0.1:6081'],
	['SQUARE_DEMO', 'false'],
	['TRUSTED_PROXIES', 'localhost'],
])('a start with %s=%s changes nothing', async (name, value) => {
	const { code, errors, files } = await refusedStart({ [name]: value })
	expect([code, files]).toEqual([REFUSED_EXIT_CODE, []])
	expect(errors).toContain(name)
})

test('a port in use is found before the data changes', async () => {
	const other = createServer().listen(0, '127.0.0.1')
	await once(other, 'listening')
	const { port } = other.address() as { port: number }
	try {
		const { code, errors, files } = await refusedStart({ HOST: '127.0.0.1', PORT: String(port) })
		expect([code, files]).toEqual([1, ['server.lock']])
		expect(errors).toContain(`Port ${port} is in use`)
	} finally {
		other.close()
	}
})

test('a host of another machine is refused before the data changes', async () => {
	const { code, files } = await refusedStart({ HOST: '192.0.2.1', PORT: '3999' })
	expect([code, files]).toEqual([1, ['server.lock']])
})
