import { is, sql, Table } from 'drizzle-orm'
import { readDb } from '@/db'
import * as schema from '@/db/schema'
import { staff } from './support/env'
import { expect, publish, test } from './support/test'

const GUEST = 'guest-address@example.org'

/** Every value of every table, on SQLite also of the search index, as JSON. */
async function databaseDump(): Promise<string> {
	const tables = Object.values(schema).filter((each) => is(each, Table))
	const rows: unknown[] = await Promise.all(tables.map((table) => readDb().select().from(table)))
	if (!process.env.DATABASE_URL)
		for (const { name } of readDb().all<{ name: string }>(
			sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
		))
			rows.push(readDb().all(sql.raw(`select * from "${name}"`)))
	return rows.map((each) => JSON.stringify(each)).join('\n')
}

test('IP addresses and e-mail addresses stay private @scripts', async ({ request }) => {
	const story = await publish({})
	const headers = { Accept: 'application/json', 'X-Forwarded-For': '203.0.113.77' }
	await request.post(`/news/${story.slug}/moods`, { form: { mood: 'sad' }, headers })
	await request.post(`/news/${story.slug}/rating`, { form: { stars: '4' }, headers })
	const comment = { name: 'A guest', email: GUEST, body: 'Is my address safe?' }
	expect((await request.post(`/news/${story.slug}/comments`, { form: comment, headers })).status()).toBe(201)
	await request.post('/session', { form: { email: GUEST, password: 'wrong on purpose' }, headers })

	const stored = await databaseDump()
	expect(stored).toContain('Is my address safe?')
	for (const address of ['127.0.0.1', '::1', '::ffff', '203.0.113.77'])
		expect(stored).not.toContain(`"${address}`)

	const paths = [
		'/',
		`/news/${story.slug}`,
		'/news/seat-decided-by-lot',
		'/sections/news',
		'/people/mara-ellison',
	]
	const secrets = [GUEST, ...Object.values(staff).map((person) => person.email)]
	for (const path of [...paths, '/api/auth/session'])
		for (const asked of [{ Accept: 'text/html' }, { RSC: '1' }] as Record<string, string>[]) {
			const text = await (await request.get(path, { headers: asked })).text()
			for (const secret of secrets) expect(text).not.toContain(secret)
		}
})
