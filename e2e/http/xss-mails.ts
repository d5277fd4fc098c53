import { expect } from 'vitest'
import { mailSignIn } from '@/domain/mails'
import { mailReceipt } from '@/domain/notices/mails'
import { mailConfirmation, mailReplies } from '@/domain/replies/mails'
import type { ReceivedMail } from '../support/mailbox'
import { markOf, type XssPayload } from '../support/xss-payloads'

const MAIL_HEADERS = [
	...['Content-Transfer-Encoding', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID'],
	...['Subject', 'To'],
]
/** Of mails that a program sends and one click ends. */
const LIST_HEADERS = ['Auto-Submitted', 'List-Unsubscribe', 'List-Unsubscribe-Post']

/** Asserts that a mail is plain text to one recipient, without a header of the sender's words. */
export function expectPlainMail({ source, to }: ReceivedMail, recipient: string): void {
	const [head = ''] = source.split('\r\n\r\n', 1)
	const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name)
	const listed = names.includes('List-Unsubscribe') ? LIST_HEADERS : []
	expect(names.sort(), source).toEqual([...MAIL_HEADERS, ...listed].sort())
	expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m)
	expect(to, source).toEqual([recipient])
	for (const line of head.split('\r\n')) expect(line).toMatch(/^[\x20-\x7e\t]*$/)
}

/** A mail whose sender wrote a name with line ends into its header. */
export const INJECTED_MAIL: ReceivedMail = {
	...{ text: '', from: 'newsroom@example.org', to: ['ada@example.org'] },
	source: [
		...['From: a@b.cc', 'To: Ada', 'Bcc: eve@evil.test', 'Subject: x', 'Message-ID: <1>', 'Date: now'],
		...['Content-Transfer-Encoding: 7bit', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'],
		...['', 'Text'],
	].join('\r\n'),
}

/** Sends each mail that may hold words of a reader, with payloads, and returns their recipients. */
export async function mailPayloads(names: XssPayload[], bodies: XssPayload[]): Promise<string[]> {
	const recipients: string[] = []
	const to = (kind: string, id: number): string => {
		recipients.push(`${kind}${id}@example.org`)
		return recipients.at(-1) ?? ''
	}
	const story = { slug: 'the-quay', headline: 'The quay' }
	for (const [at, { id, text }] of names.entries()) {
		const link = { id: 'an-address', email: to('guest', id), comment: { id, ...story } }
		const reply = { id, threadId: 1, attempts: 0, authorName: text, body: bodies[at]?.text ?? '', ...story }
		await Promise.all([
			mailReceipt(to('reporter', id), { id, token: 'a-token' }),
			mailSignIn({ email: to('account', id), name: text }, { link: 'https://square.test/', minutes: 5 }),
			mailConfirmation(link, new Date()),
			mailReplies({ id: 'an-address', email: to('reader', id) }, [reply]),
		])
	}
	return recipients
}

const LINE_ENDS = /[\n\v\f\r\x85\u2028\u2029]/

/** Asserts that the text of each reply is marked as a quotation, so that no line of it passes for the newsroom's. */
export function expectQuoted(mails: ReceivedMail[], bodies: XssPayload[]): void {
	for (const { id } of bodies.filter(({ text }) => [...text].length <= 300)) {
		// Random tokens of links may have the letters of a mark.
		const lines = mails.flatMap(({ text }) => text.replace(/token=\S+/g, '').split(LINE_ENDS))
		const own = lines.filter((line) => line.includes(markOf(id)))
		expect([id, own.length > 0, own.filter((line) => !line.startsWith('> '))]).toEqual([id, true, []])
	}
}
