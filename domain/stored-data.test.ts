import { getTableName, is, Table } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import * as schema from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import * as cookies from '@/lib/cookies'
import { RETENTION } from '@/lib/retention'
import { COOKIE_TIMES, STORED_DATA } from '@/lib/stored-data'
import { handleAccessibilityMessage, sendAccessibilityMessage } from './accessibility-messages'
import { makeCommentLink } from './comments/confirmation'
import { keepRestrictions } from './comments/kept-restrictions'
import { moderateComment } from './comments/moderate'
import { postComment, saveDraft } from './comments/post'
import { makeConfirmationLink } from './email-confirmation'
import { deleteExpired } from './housekeeping'
import { inviteColleague } from './invite'
import { decideComplaint, fileComplaint, listComplaints } from './notices/complaints'
import { decideReported } from './notices/desk-reports'
import { sendReport } from './notices/reports'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { createSession } from './sessions'

withDatabase()

const started = Date.now()

/** Tables without personal data. */
const IMPERSONAL = new Set<string>([
	'ad_counts',
	'ads',
	'comment_tallies',
	'demo_rows',
	'gone_addresses',
	'mood_tallies',
	'pages',
	'photo_uses',
	'pings',
	'rating_tallies',
	'redirects',
	'related_stories',
	'respect_tallies',
	'revision_tags',
	'search_words',
	'section_redirects',
	'sections',
	'series',
	'series_parts',
	'settings',
	'site_files',
	'site_identity',
	'tag_redirects',
	'tags',
	'vote_decisions',
])

const tables = Object.values(schema).filter((each) => is(each, Table))
const listed: string[] = Object.values(STORED_DATA).flatMap((each) => each.tables)

test('each table is listed with its time, or has no personal data', () => {
	const names: string[] = tables.map(getTableName)
	expect(names.length).toBeGreaterThan(40)
	const unknown = names.filter((name) => !listed.includes(name) && !IMPERSONAL.has(name))
	expect(unknown, 'Add these to STORED_DATA in lib/stored-data.ts, or to IMPERSONAL.').toEqual([])
	expect([...listed, ...IMPERSONAL].filter((name) => !names.includes(name))).toEqual([])
	expect(listed.filter((name, index) => listed.indexOf(name) !== index || IMPERSONAL.has(name))).toEqual([])
})

test('each cookie has a lifetime', () => {
	const names = Object.keys(cookies).filter((name) => name.endsWith('_COOKIE'))
	expect(names).toHaveLength(Object.keys(COOKIE_TIMES).length)
})

const PERSONAL = /email|(^|_)name$|(^|_)body|person|_by$|reader_id|token/i

test('tables without personal data have no column for a person', () => {
	const found = tables
		.filter((table) => IMPERSONAL.has(getTableName(table)))
		.flatMap((table) =>
			Object.keys(table)
				.filter((column) => PERSONAL.test(column))
				.map((column) => `${getTableName(table)}.${column}`),
		)
	expect(found.sort()).toEqual(NAMES_OF_THINGS)
})

/** Columns with a name that is no person's. */
const NAMES_OF_THINGS = ['sections', 'series', 'site_files', 'tag_redirects', 'tags'].map(
	(name) => `${name}.name`,
)

/** Canary in each row with a time. */
const CANARY = 'canary-of-a-person'
let owner: StaffViewer

beforeAll(async () => {
	owner = await createStaff('owner')
	const { editor, articleId } = await liveStory()
	const words = { name: 'Ada', email: 'ada@example.org', body: 'I saw it.', parentId: null }
	const author = reader('author')
	const { id: commentId } = await postComment(author, articleId, words)
	await makeCommentLink(commentId)
	await moderateComment(editor, commentId, 'approved')
	await wantReplies(commentId)
	await saveDraft(author, articleId, { body: CANARY, parentId: null })
	await sendReport({
		commentId,
		reason: 'illegal',
		explanation: CANARY,
		goodFaith: true,
		name: CANARY,
		email: `${CANARY}@example.org`,
	})
	await decideReported(editor, commentId, { outcome: 'removed', rule: 'spam', law: '', facts: '' })
	await fileComplaint(author, { commentId }, CANARY)
	const complaint = (await listComplaints(editor)).complaints[0]?.id ?? 0
	await decideComplaint(owner, complaint, { outcome: 'rejected', answer: 'No.' })
	await sendAccessibilityMessage({ text: CANARY, page: '', email: `${CANARY}@example.org` })
	await handleAccessibilityMessage(editor, 1, true)
	await inviteColleague(owner, { role: 'editor', email: `${CANARY}@example.org` })
	const { id } = await addPerson({ ...words, password: 'a good long password', role: 'reader' })
	await write((tx) => createSession(tx, id))
	await banned(editor, author.readerId, id)
	await makeConfirmationLink({ id, email: `${CANARY}@example.org` }, '/')
	await write((tx) =>
		tx.insert(schema.signInChallenges).values({
			...{ tokenHash: CANARY, kind: 'passkey sign-in', challenge: CANARY },
			expiresAt: new Date(started + RETENTION.secondStepMinutes * 60_000),
		}),
	)
})

/** The ban of an account that is deleted. */
async function banned(moderator: StaffViewer, readerId: string | null, personId: string): Promise<void> {
	await write(async (tx) => {
		const ban = {
			readerId: readerId ?? '',
			kind: 'ban' as const,
			reason: 'Spam.',
			addedBy: moderator.person.id,
		}
		await tx.insert(schema.readerRestrictions).values(ban)
		await keepRestrictions(tx, ban.readerId, `${personId}@example.org`)
	})
}

/** A confirmed address that was told of a reply. */
async function wantReplies(commentId: number): Promise<void> {
	const at = new Date(started)
	const address = { id: CANARY, email: `${CANARY}@example.org`, wantedAt: at, confirmedAt: at }
	await write(async (tx) => {
		await tx.insert(schema.replyAddresses).values(address)
		await tx
			.insert(schema.replySubscriptions)
			.values({ commentId, addressId: CANARY, threadId: commentId, wholeThread: false })
		await tx.insert(schema.replyNotices).values({ addressId: CANARY, commentId, dueAt: at, sentAt: at })
	})
}

/** Names of listed tables with rows that hold the canary, or that have rows at all and a time in days. */
async function remaining(): Promise<string[]> {
	const timed = Object.values(STORED_DATA).filter(({ time }) => typeof time === 'object')
	const names = timed.flatMap((each) => each.tables)
	const found: string[] = []
	for (const table of tables.filter((each) => names.includes(getTableName(each)))) {
		const rows = await readDb().select().from(table)
		const isEmptied = /reports|complaints/.test(getTableName(table))
		if (isEmptied ? JSON.stringify(rows).includes(CANARY) : rows.length > 0) found.push(getTableName(table))
	}
	return found.sort()
}

/** Runs housekeeping hourly up to a day, so that its clock is steady. */
async function deleteExpiredUntil(day: number): Promise<void> {
	for (let hour = (day - 1.1) * 24; hour <= day * 24; hour += 1)
		await deleteExpired(new Date(started + hour * 3_600_000))
}

test('housekeeping deletes each after its time, and none before', async () => {
	const timed = Object.values(STORED_DATA).flatMap(({ time, tables: names }) =>
		typeof time === 'object' ? names.map((name) => ({ name, days: Object.values(time)[0] as number })) : [],
	)
	expect(await remaining()).toEqual(timed.map(({ name }) => name).sort())
	const times = [...new Set(timed.map(({ days }) => days))].sort((one, other) => one - other)
	for (const time of times) {
		// A challenge lives for minutes within the time of its kind.
		const names = timed.filter(({ days, name }) => days === time && name !== 'sign_in_challenges')
		await deleteExpiredUntil(time - 0.5)
		expect(await remaining()).toEqual(expect.arrayContaining(names.map(({ name }) => name)))
		await deleteExpiredUntil(time + 1)
		const left = await remaining()
		expect(left.filter((name) => names.some((each) => each.name === name))).toEqual([])
	}
	expect(await remaining()).toEqual([])
	expect(times.at(-1)).toBe(RETENTION.reportDays)
})
