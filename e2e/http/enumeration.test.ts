import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { people } from '@/db/schema'
import { startStory } from '@/domain/articles/save'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { sendReport } from '@/domain/notices/reports'
import { addPerson } from '@/domain/people'
import { parseTrustedProxies } from '@/server/client-ip'
import { type HttpResponse, post, sendRequest } from '../support/http-client'
import { startMailbox } from '../support/mailbox'
import { liveStory, reader, storyFields } from '../support/stories'
import { startAnother, withServer } from './in-process-server'

const server = withServer()

/** Guesses on one account; for the whole of them: `GUESSES=10000`. */
const GUESSES = Number(process.env.GUESSES ?? 60)
/** Guesses admitted in a quarter of an hour, by all networks together. */
const ADMITTED_MAX = 26
const PASSWORD = 'a good long password'
const ACCOUNTS = ['known', 'disabled', 'staff'] as const

let proxied: string

beforeAll(async () => {
	for (const name of ACCOUNTS) {
		const role = name === 'staff' ? 'owner' : 'reader'
		const { id } = await addPerson({ name, email: `${name}@example.org`, password: PASSWORD, role })
		if (name === 'disabled')
			await write((tx) => tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, id)))
	}
	proxied = (await startAnother(undefined, { trustedProxies: parseTrustedProxies(['127.0.0.1']) })).address
})
afterEach(() => {
	process.env.SQUARE_LIMITS = '0'
})

/** What a client sees of an answer, without the words that it has sent itself. */
const seen = ({ status, headers, cookies, text }: HttpResponse, ...own: string[]) => {
	const plain = (words: string) => own.reduce((rest, each) => rest.replaceAll(each, 'OWN'), words)
	const { date: _, 'content-length': __, etag: ___, ...shown } = headers
	return { status, headers: JSON.parse(plain(JSON.stringify(shown))), cookies, text: plain(text) }
}

const FORMS: [path: string, fields: Record<string, string>][] = [
	['/session', { password: 'not the password' }],
	['/session', { password: 'not the password', next: '/desk' }],
	['/session', { password: '' }],
	['/sign-up/account', { name: 'Ada', password: PASSWORD }],
	['/sign-up/account', { name: 'Ada', password: 'short' }],
	['/password/link', {}],
	['/session/link', { next: '/desk' }],
]

test.each(FORMS)('%s %j answers known and unknown addresses alike', async (path, fields) => {
	await startMailbox()
	for (const accept of ['text/html', 'application/json']) {
		const send = async (email: string) =>
			seen(await post(server.address + path, { ...fields, email }, { headers: { Accept: accept } }), email)
		const unknown = await send(`nobody-${crypto.randomUUID().slice(0, 8)}@example.org`)
		for (const name of ACCOUNTS) expect(await send(`${name}@example.org`)).toEqual(unknown)
	}
})

const guess = (email: string, client: string, { password = 'not the password', cookie = '' } = {}) =>
	post(
		`${proxied}/session`,
		{ email, password },
		{ headers: { 'X-Forwarded-For': client, ...(cookie && { Cookie: cookie }) } },
	)

/** Networks of an attacker: addresses of IPv4, of one /64, of the /64 of a /48, and of many /48. */
const NETWORKS: ((number: number) => string)[] = [
	(number) => `198.${(number >> 8) & 255}.${number & 255}.7`,
	(number) => `2001:db8:1:1::${number.toString(16)}`,
	(number) => `2001:db8:2:${number.toString(16)}::1`,
	(number) => `2001:db8:${(number + 16).toString(16)}::1`,
]

test('guesses on an account are bounded over all networks, and lock nobody out', async () => {
	const email = 'known@example.org'
	process.env.SQUARE_LIMITS = '1'
	const home = '192.0.2.44'
	const before = await guess(email, home, { password: PASSWORD })
	expect(before.status).toBe(303)
	const known = before.cookies.find((line) => line.startsWith('square-known='))?.split(';', 1)[0] ?? ''
	const statuses = new Map<number, number>()
	for (let number = 0; number < GUESSES; number += 1) {
		const client = NETWORKS[number % NETWORKS.length]?.(number) ?? ''
		const { status, headers } = await guess(email, `203.0.113.${number % 256}, ${client}`)
		statuses.set(status, (statuses.get(status) ?? 0) + 1)
		if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
	}
	expect([...statuses.keys()].sort()).toEqual([401, 429])
	expect(statuses.get(401)).toBeGreaterThanOrEqual(10)
	expect(statuses.get(401)).toBeLessThanOrEqual(ADMITTED_MAX)
	// A right password among the guesses is not admitted either, but for the browser and the network of its owner.
	for (let wait = 0, number = 0; wait < 3; number += 1) {
		const { status, headers } = await guess(email, `100.64.${number}.1`)
		wait = status === 429 ? Number(headers['retry-after']) : 0
	}
	expect((await guess(email, '198.18.0.1', { password: PASSWORD })).status).toBe(429)
	expect((await guess(email, home, { password: PASSWORD })).status).toBe(303)
	expect((await guess(email, '198.18.0.2', { password: PASSWORD, cookie: known })).status).toBe(303)
}, 600_000)

test('limits of guesses do not tell known addresses from unknown ones', async () => {
	process.env.SQUARE_LIMITS = '1'
	const statuses = async (email: string, group: number) => {
		const answers: number[] = []
		for (let number = 0; number < 16; number += 1)
			answers.push((await guess(email, `198.51.${group}.${number}`)).status)
		return answers
	}
	expect(await statuses('staff@example.org', 1)).toEqual(await statuses('nobody@example.org', 2))
})

test('one network guesses on 25 accounts in five minutes', async () => {
	process.env.SQUARE_LIMITS = '1'
	const statuses = new Map<number, number>()
	for (let number = 0; number < 40; number += 1) {
		const { status } = await guess(`reader${number}@example.org`, `2001:db8:9:9::${number}`)
		statuses.set(status, (statuses.get(status) ?? 0) + 1)
	}
	expect(Object.fromEntries(statuses)).toEqual({ 401: 25, 429: 15 })
})

const guessed = (number: number) => ({ token: `guess${number}`, password: PASSWORD })

/** Routes with the number of requests of one network that they take. */
const LIMITED: [path: string, fields: (number: number) => Record<string, string>, max: number][] = [
	['/sign-up/account', (number) => ({ name: 'Ada', email: `s${number}@example.org`, password: 'short' }), 5],
	['/password/link', (number) => ({ email: `p${number}@example.org` }), 25],
	['/session/link', (number) => ({ email: `l${number}@example.org` }), 25],
	['/session', (number) => ({ link: `guess${number}` }), 25],
	['/password/new', guessed, 25],
	['/welcome/account', (number) => ({ ...guessed(number), name: 'A', email: 'a@b.cc' }), 25],
	['/sign-up/confirm/email', guessed, 25],
	['/news/a/comments/1/confirmed', guessed, 25],
]

test.each(LIMITED)('%s is limited by network, whatever address it says it has', async (path, fields, max) => {
	process.env.SQUARE_LIMITS = '1'
	const network = `2001:db8:77:${LIMITED.findIndex(([each]) => each === path)}`
	let admitted = 0
	for (let number = 0; number < max + 5; number += 1) {
		const headers = { 'X-Forwarded-For': `203.0.113.${number}, ${network}::${number.toString(16)}` }
		if ((await post(proxied + path, fields(number), { headers })).status !== 429) admitted += 1
	}
	expect(admitted).toBe(max)
})

/** Pairs of addresses of which the first exists, for somebody else. */
async function hiddenPairs(): Promise<[hidden: string, missing: string][]> {
	const { editor, articleId, slug } = await liveStory()
	const { slug: other } = await liveStory({ headline: 'Another quay' })
	const guest = { name: 'Ada', email: 'ada@example.org', parentId: null }
	const held = await postComment(reader(), articleId, { ...guest, body: 'It waits.' })
	const shown = await postComment(reader(), articleId, { ...guest, body: 'It is shown.' })
	await moderateComment(editor, shown.id, 'approved')
	const report = { reason: 'spam', explanation: '', goodFaith: false, name: '', email: '' }
	const { id: receipt } = await sendReport({ ...report, commentId: shown.id })
	await startStory(editor, await storyFields(editor, { headline: 'A draft of the quay' }))
	const none = 999_999
	return [
		[`/news/${slug}/comments/${held.id}`, `/news/${slug}/comments/${none}`],
		[`/news/${other}/comments/${shown.id}`, `/news/${other}/comments/${none}`],
		[`/news/${slug}/comments/${shown.id}/edit`, `/news/${slug}/comments/${none}/edit`],
		[`/news/${slug}?reply=${held.id}`, `/news/${slug}?reply=${none}`],
		[`/reports/new?comment=${held.id}`, `/reports/new?comment=${none}`],
		[`/reports/${receipt}?token=guess`, `/reports/${none}?token=guess`],
		[`/reports/${receipt}`, `/reports/${none}`],
		[`/decisions/${shown.id}`, `/decisions/${none}`],
		['/news/a-draft-of-the-quay', '/news/no-draft-of-the-quay'],
		['/news/a-draft-of-the-quay/feed.xml', '/news/no-draft-of-the-quay/feed.xml'],
		['/news/a-draft-of-the-quay/counts.csv', '/news/no-draft-of-the-quay/counts.csv'],
		['/people/known', '/people/unknown'],
		['/preview/guess', '/preview/other'],
	]
}

test('what is hidden is answered as what does not exist', async () => {
	const get = async (path: string) =>
		seen(await sendRequest(server.address + path, { headers: { Accept: 'application/xhtml+xml' } }), path)
	for (const [hidden, missing] of await hiddenPairs()) {
		const [one, none] = [await get(hidden), await get(missing)]
		expect([hidden, one]).toEqual([hidden, none])
	}
	// The control: what is shown is answered otherwise.
	const [shown] = [await get('/sign-in')]
	expect(shown).not.toEqual(await get('/nowhere'))
})
