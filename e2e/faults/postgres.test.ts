import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { postgresPrograms, startPostgres } from '@/scripts/postgres.mjs'
import { freePort } from '../support/free-port'
import { slugAt } from '../support/generate-data'
import { post, sendRequest } from '../support/http-client'
import { type ServerProcess, startServer } from '../support/server-process'

/** A story for reading alone, and those that take votes and comments. */
const [READ, VOTED, COMMENTED] = [1, 2, 3]
const [VOTERS, COMMENTERS, READERS] = [8, 4, 2]
const RESTARTS = 2
const CALM_MS = 2_000
/** Words of a refusal after which the write may be stored. */
const UNKNOWN = 'may be recorded or not'

type Answers = { acknowledged: Set<string>; refused: Set<string>; other: string[] }
const answers = (): Answers => ({ acknowledged: new Set(), refused: new Set(), other: [] })

let database: Awaited<ReturnType<typeof startPostgres>>
let site: ServerProcess
const dataDir = mkdtempSync(join(tmpdir(), 'square-postgres-fault-'))
const isInstalled = postgresPrograms() !== null

beforeAll(async () => {
	if (!isInstalled) return
	process.env.SQUARE_SECRET = 'a secret for this test alone'
	database = await startPostgres({ fsync: true })
	const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir, SQUARE_LIMITS: '0' }
	execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/seed-database.ts', '3'], {
		stdio: 'inherit',
		env: { ...process.env, ...settings },
	})
	site = await startServer({ port: await freePort(), dataDir, settings })
})

afterAll(async () => {
	await site?.close()
	await database?.stop()
	rmSync(dataDir, { recursive: true, force: true })
})

const newReader = (id: string) => ({ headers: { Cookie: `${READER_COOKIE}=${sign('reader', id)}` } })

test.skipIf(!isInstalled)(
	'PostgreSQL restarted under load loses and doubles no write',
	async () => {
		const [votes, comments] = [answers(), answers()]
		const reads: string[] = []
		let phase = 'before'
		let stopped = false
		const repeat = (count: number, turn: () => Promise<void>) =>
			Array.from({ length: count }, async () => {
				while (!stopped) await turn()
			})
		const pageOf = (number: number) => `${site.url}/news/${slugAt(number)}`
		const note = (kind: Answers, id: string, status: number, text: string, keeps: boolean) => {
			if (status === 303) kind.acknowledged.add(id)
			else if (status === 503 && keeps) !text.includes(UNKNOWN) && kind.refused.add(id)
			else kind.other.push(`${status} ${text.slice(0, 200)}`)
		}
		// It drops pages once after the first start; a page that was dropped before an outage cannot be read in it.
		await relatedStoriesFound()
		await sendRequest(pageOf(READ))
		const load = [
			...repeat(READERS, async () => {
				const { status, text } = await sendRequest(pageOf(READ))
				reads.push(status === 200 ? '200' : `${status} ${phase} ${text.slice(0, 500)}`)
				await sleep(20)
			}),
			...repeat(VOTERS, async () => {
				const id = crypto.randomUUID()
				const { status, text } = await post(`${pageOf(VOTED)}/moods`, { mood: 'happy' }, newReader(id))
				note(votes, id, status, text, true)
				if (status !== 303) await sleep(50)
			}),
			...repeat(COMMENTERS, async () => {
				const body = `Written by ${crypto.randomUUID()}`
				const fields = { body, name: 'A reader', email: 'reader@example.org' }
				const { status, text } = await post(
					`${pageOf(COMMENTED)}/comments`,
					fields,
					newReader(crypto.randomUUID()),
				)
				note(comments, body, status, text, text.includes(body))
				await sleep(50)
			}),
		]
		// After an outage all pages are rendered again.
		const calm = async () => {
			const [pages, written] = [reads.length, votes.acknowledged.size]
			while (reads.length < pages + 10 || votes.acknowledged.size < written + 5) await sleep(50)
			await sleep(CALM_MS)
		}
		for (let number = 0; number < RESTARTS; number += 1) {
			await calm()
			phase = `at restart ${number + 1}`
			await database.restart()
			phase = `after restart ${number + 1}`
		}
		const commentsBefore = comments.acknowledged.size
		await calm()
		stopped = true
		await Promise.all(load)
		console.log(
			`${votes.acknowledged.size} votes and ${comments.acknowledged.size} comments acknowledged, ${votes.refused.size} and ${comments.refused.size} refused, ${reads.length} pages read`,
		)
		expect([votes.other, comments.other]).toEqual([[], []])
		expect(comments.acknowledged.size).toBeGreaterThan(commentsBefore)
		expect(reads.filter((read) => read !== '200')).toEqual([])
		await compare(votes, comments)
	},
	120_000,
)

async function relatedStoriesFound(): Promise<void> {
	const client = new pg.Client({ connectionString: database.url })
	await client.connect()
	const found = async () => {
		const { rows } = await client.query<{ upTo: number | null }>(
			'select related_up_to as "upTo" from site_identity',
		)
		return rows[0]?.upTo === null
	}
	while (!(await found())) await sleep(50)
	await client.end()
}

/** Compares the stored votes and comments, and their tallies, with the answers. */
async function compare(votes: Answers, comments: Answers): Promise<void> {
	const client = new pg.Client({ connectionString: database.url })
	await client.connect()
	const column = async (text: string) =>
		(await client.query<{ value: string }>(text)).rows.map(({ value }) => value)
	const voters = await column('select reader_id as value from moods')
	const texts = await column('select body as value from comments')
	for (const [kind, stored] of [
		[votes, voters],
		[comments, texts],
	] as const) {
		const all = new Set(stored)
		expect(all.size).toBe(stored.length)
		expect([...kind.acknowledged].filter((each) => !all.has(each))).toEqual([])
		expect([...kind.refused].filter((each) => all.has(each))).toEqual([])
	}
	expect(await column('select sum(votes)::text as value from mood_tallies')).toEqual([String(voters.length)])
	const approved = await column("select count(*)::text as value from comments where state = 'approved'")
	expect(await column('select coalesce(sum(approved), 0)::text as value from comment_tallies')).toEqual(
		approved,
	)
	await client.end()
}
