import { asc, eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, comments } from '@/db/schema'
import { sendAccessibilityMessage } from '@/domain/accessibility-messages'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { FEED_COMMENTS_MAX } from '@/domain/feeds/thread'
import { fileComplaint } from '@/domain/notices/complaints'
import { decideReported } from '@/domain/notices/desk-reports'
import { receiptPath } from '@/domain/notices/mails'
import { sendReport } from '@/domain/notices/reports'
import { addPerson } from '@/domain/people'
import { ANONYMOUS, type StaffViewer } from '@/domain/permissions'
import { createSession } from '@/domain/sessions'
import { READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { post } from '../support/http-client'
import { liveStory, reader } from '../support/stories'
import { joined, type XssPayload } from '../support/xss-payloads'
import { addAccounts, fillAccounts, type XssAccount } from './xss-accounts'
import { fillLists, type XssLists } from './xss-lists'
import type { Visit } from './xss-surfaces'

/** Reports of one comment: no more are shown at the desk. */
const REPORTS_PER_COMMENT = 20
/** Longer payloads are sent alone. */
const JOINED_MAX = 400
const TEXT_MAX = 4_900
const PAGE_MAX = 480
/** Bytes of a text in a photograph's file. */
const PHOTO_MAX = 1_500
const AT_ONCE = 8

/** An address with marks that mail programs read as a further recipient and a text. */
const INJECTED = 'a?bcc=b%40evil.test&body=words@example.org'

export type Cookie = { name: string; value: string }

export type XssSite = {
	stories: string[]
	/** Comments whose authors are looked at, and the cookies of readers with a comment of their own each. */
	commenters: number[]
	own: { id: number; slug: string; cookie: Cookie }[]
	removed: { id: number; cookie: Cookie }[]
	receipts: string[]
	/** Comments with reports, decisions and complaints. */
	reported: number[]
	accounts: XssAccount[]
	/** Pages that links of mails lead to. */
	links: Visit[]
	lists: XssLists
	/** Texts that hold many payloads each. */
	texts: string[]
}

type Payloads = { bodies: XssPayload[]; names: XssPayload[] }

/** Accounts whose own pages are looked at, and commenters whose history is: one of so many, and no more than 20. */
const SAMPLED = { every: 12, max: 20 }
const sampleOf = (all: unknown[]): number => Math.min(SAMPLED.max, Math.ceil(all.length / SAMPLED.every))

export const short = (payloads: XssPayload[], lengthMax = JOINED_MAX): XssPayload[] =>
	payloads.filter(({ text }) => text.length <= lengthMax)

/** Sends payloads through the forms of readers: first the comments, which wait. */
export async function postPayloads(address: string, { bodies, names }: Payloads): Promise<string[]> {
	const stories: string[] = []
	for (let from = 0; from < bodies.length; from += FEED_COMMENTS_MAX) {
		const { slug } = await liveStory({ headline: `The quay ${from}` })
		stories.push(slug)
		const jobs = bodies.slice(from, from + FEED_COMMENTS_MAX).map((body, at) => async () => {
			const name = names[from + at]?.text ?? 'A reader'
			const fields = { body: body.text, name, email: `reader${body.id}@example.org` }
			const { status, text } = await post(`${address}/news/${slug}/comments`, fields)
			if (status !== 303) throw new Error(`A comment was refused (${status}): ${text.slice(0, 300)}`)
		})
		await inBatches(jobs)
	}
	return stories
}

/** Writes that wait together share a transaction. */
async function inBatches(jobs: (() => Promise<unknown>)[]): Promise<void> {
	for (let from = 0; from < jobs.length; from += AT_ONCE)
		await Promise.all(jobs.slice(from, from + AT_ONCE).map((job) => job()))
}

/** Approves all comments, and sends payloads through the other forms. */
export async function fillXssSite({ bodies, names }: Payloads, stories: string[]): Promise<XssSite> {
	const { editor, articleId, slug } = await liveStory({ headline: 'The quay of one reader' })
	const rows = await readDb()
		.select({ id: comments.id, articleId: comments.articleId, slug: articles.slug })
		.from(comments)
		.innerJoin(articles, eq(articles.id, comments.articleId))
		.orderBy(asc(comments.id))
	const ids = rows.map(({ id }) => id)
	await inBatches(ids.map((id) => () => moderateComment(editor, id, 'approved')))
	const texts = joined(short(bodies), TEXT_MAX)
	const site = {
		...{ stories, texts, commenters: ids.slice(0, sampleOf(ids)) },
		...(await ownComments(editor, { articleId, slug }, texts)),
		...(await reportPayloads(editor, ids, { bodies, names, texts })),
	}
	await sendMessages(texts, joined(short(bodies), PAGE_MAX, ' '))
	const accounts = await addAccounts(names, sampleOf(names))
	const links = await fillAccounts(accounts, { editor, story: { articleId, slug }, texts })
	return { ...site, accounts, links, lists: await fillLists(editor, rows, joined(short(bodies), PHOTO_MAX)) }
}

export async function addOwner(): Promise<Cookie> {
	const account = {
		name: 'Olu',
		email: 'olu@example.org',
		password: 'the owner of all',
		role: 'owner' as const,
	}
	const { id } = await addPerson(account)
	return { name: SESSION_COOKIE, value: (await write((tx) => createSession(tx, id))).token }
}

/** Comments of readers who look at them: one that waits, and one that was removed. */
async function ownComments(
	editor: StaffViewer,
	{ articleId, slug }: { articleId: number; slug: string },
	texts: string[],
): Promise<Pick<XssSite, 'own' | 'removed'>> {
	const own: XssSite['own'] = []
	const removed: XssSite['removed'] = []
	for (const body of texts) {
		for (const isRemoved of [false, true]) {
			const author = reader()
			const cookie = { name: READER_COOKIE, value: sign('reader', author.readerId ?? '') }
			const guest = { name: 'Ada', email: 'ada@example.org', body, parentId: null }
			const { id } = await postComment(author, articleId, guest)
			if (!isRemoved) own.push({ id, slug, cookie })
			else {
				await decideReported(editor, id, { outcome: 'removed', rule: 'abuse', law: '', facts: 'So.' })
				await fileComplaint(author, { commentId: id }, body)
				removed.push({ id, cookie })
			}
		}
	}
	return { own, removed }
}

async function reportPayloads(
	editor: StaffViewer,
	ids: number[],
	{ bodies, names, texts }: Payloads & { texts: string[] },
): Promise<Pick<XssSite, 'receipts' | 'reported'>> {
	const base = { reason: 'other', goodFaith: false, isFirst: false, email: INJECTED }
	const reports = bodies.map(({ text: explanation }, at) => () => {
		const name = names[at]?.text ?? ''
		return sendReport({ ...base, commentId: ids[at] ?? 0, explanation, name })
	})
	await inBatches(reports)
	const { articleId } = await liveStory({ headline: 'The quay of the reports' })
	const receipts: string[] = []
	const reported: number[] = []
	for (let from = 0; from < texts.length; from += REPORTS_PER_COMMENT) {
		const guest = { name: 'Ada', email: 'ada@example.org', body: `Words ${from}`, parentId: null }
		const { id: commentId } = await postComment(reader(), articleId, guest)
		await moderateComment(editor, commentId, 'approved')
		const shown = texts.slice(from, from + REPORTS_PER_COMMENT)
		const sent = []
		for (const explanation of shown)
			sent.push(await sendReport({ ...base, commentId, explanation, name: '' }))
		await decideReported(editor, commentId, { outcome: 'kept', rule: '', law: '', facts: 'So.' })
		for (const [at, { id, token }] of sent.entries()) {
			await fileComplaint(ANONYMOUS, { reportId: id, token }, shown[at] ?? '')
			receipts.push(receiptPath(id, token))
		}
		reported.push(commentId)
	}
	return { receipts, reported }
}

async function sendMessages(texts: string[], pages: string[]): Promise<void> {
	for (const [at, page] of pages.entries())
		await sendAccessibilityMessage({ text: texts[at] ?? 'The menu has no names.', page, email: INJECTED })
	for (const text of texts.slice(pages.length)) await sendAccessibilityMessage({ text, page: '', email: '' })
}
