import type { Page } from '@playwright/test'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { fileComplaint } from '@/domain/notices/complaints'
import { decideReported } from '@/domain/notices/desk-reports'
import { receiptPath } from '@/domain/notices/mails'
import { sendReport } from '@/domain/notices/reports'
import type { Viewer } from '@/domain/permissions'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { address } from './env'
import { replyMailsPath } from './reply-states'
import { reader } from './stories'
import { expect, externalWriteNoticed, publish, signIn, viewerOf } from './test'

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Posts and approves a comment of long words on a story of its own. */
export async function approvedComment() {
	const { articleId, slug } = await publish({ headline: LONG_WORD })
	const author = reader()
	const guest = {
		name: LONG_WORD.slice(0, 80),
		email: 'guest@example.org',
		body: `${LONG_WORD}!`,
		parentId: null,
	}
	const { id } = await postComment(author, articleId, guest)
	await moderateComment(await viewerOf('moderator'), id, 'approved')
	await externalWriteNoticed()
	return { id, slug, author }
}

/** The cookie of a reader without an account. */
export const readerCookie = ({ readerId }: Viewer) => ({
	name: READER_COOKIE,
	value: sign('reader', readerId ?? ''),
	url: address,
})

const report = (commentId: number) =>
	sendReport({
		commentId,
		reason: 'illegal',
		explanation: `${LONG_WORD}\nSection 186.`,
		goodFaith: true,
		name: LONG_WORD.slice(0, 80),
		email: `${'reporter'.repeat(7)}@example.org`,
	})

const REMOVED = { outcome: 'removed', rule: 'law', law: `${LONG_WORD} 186`, facts: `It says ${LONG_WORD}.` }

/** Opens the link of a mail about replies. */
export const openReplyMails =
	(kind: 'confirm' | 'stop') =>
	async (page: Page): Promise<void> => {
		await page.goto(await replyMailsPath((await approvedComment()).id, kind))
	}

export async function openReportForm(page: Page): Promise<void> {
	const { id } = await approvedComment()
	await page.goto(`/reports/new?comment=${id}`)
}

export async function openRefusedReport(page: Page): Promise<void> {
	await openReportForm(page)
	await page.evaluate(() => {
		// Bypasses the browser's validation and the islands.
		document.querySelector<HTMLFormElement>('form[action="/reports/send"]')?.submit()
	})
	await expect(page.getByRole('alert')).toBeVisible()
}

/** Opens the receipt of a report that is decided. */
export async function openReceipt(page: Page): Promise<void> {
	const { id } = await approvedComment()
	const receipt = await report(id)
	await decideReported(await viewerOf('moderator'), id, { ...REMOVED, outcome: 'kept' })
	await page.goto(receiptPath(receipt.id, receipt.token))
}

/** Opens the reasons of a removal as the author of the comment. */
export async function openOwnDecision(page: Page): Promise<void> {
	const { id, author } = await approvedComment()
	await decideReported(await viewerOf('moderator'), id, REMOVED)
	await page.context().addCookies([readerCookie(author)])
	await page.goto(`/decisions/${id}`)
}

/** Opens the desk's list of reports or of decisions. */
export function openReports(query: string): (page: Page) => Promise<void> {
	return async (page) => {
		const { id } = await approvedComment()
		await report(id)
		if (query) await decideReported(await viewerOf('moderator'), id, REMOVED)
		await signIn(page, 'owner', `/desk/reports${query}`)
	}
}

/** Opens a comment with a decision and a report after it. */
export async function openReported(page: Page): Promise<void> {
	const { id } = await approvedComment()
	await report(id)
	await decideReported(await viewerOf('moderator'), id, { ...REMOVED, outcome: 'kept' })
	await report(id)
	await signIn(page, 'owner', `/desk/reports/${id}`)
}

/** Opens a complaint of an author at the desk: with its comment, or in the list. */
export function openComplaint(query: string): (page: Page) => Promise<void> {
	return async (page) => {
		const { id, author } = await approvedComment()
		await decideReported(await viewerOf('moderator'), id, REMOVED)
		await fileComplaint(author, { commentId: id }, `It does not say ${LONG_WORD}.`)
		await signIn(page, 'owner', `/desk/reports${query || `/${id}`}`)
	}
}

type NoticeState = [name: string, path: string, open: (page: Page) => Promise<void>]

/** States of reports, decisions, complaints and mailed links, with a path of their page. */
export const NOTICE_STATES: NoticeState[] = [
	['a form for a report', '/reports/new', openReportForm],
	['a refused report', '/reports/new', openRefusedReport],
	['a receipt of a report', '/reports/1', openReceipt],
	['the reasons of a decision', '/decisions/1', openOwnDecision],
	['a mailed link to confirm an address', '/replies', openReplyMails('confirm')],
	['a mailed link to end mails', '/replies', openReplyMails('stop')],
	['reports', '/desk/reports', openReports('')],
	['decisions about comments', '/desk/reports', openReports('?show=decided')],
	['a reported comment', '/desk/reports/1', openReported],
	['a complaint at the desk', '/desk/reports/1', openComplaint('')],
	['complaints', '/desk/reports', openComplaint('?show=complaints')],
]
