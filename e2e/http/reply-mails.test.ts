import { expect, test, vi } from 'vitest'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { sendReplyMails } from '@/domain/replies/send'
import { parseHtml } from '../support/dom'
import { type ReceivedMail, startMailbox } from '../support/mailbox'
import { liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'

// The write worker takes its environment from the start.
process.env.SMTP_URL = 'smtp://127.0.0.1:1'
const server = withServer()

const MINUTES_MS = 3 * 60_000
const words = (body: string, parentId: number | null = null) => ({
	...{ body, parentId, name: 'Ada', email: 'ada@example.org' },
})

const linkIn = (mail: ReceivedMail | undefined): string => {
	const { pathname, search } = new URL(/^http\S+\/replies\?token=\S+$/m.exec(mail?.text ?? '')?.[0] ?? '')
	return pathname + search
}

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(server.uncached + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: String(new URLSearchParams(fields)),
	})

const page = async (path: string) => {
	const response = await fetch(server.uncached + path)
	return { status: response.status, ...parts(await response.text()) }
}

function parts(html: string) {
	const main = parseHtml(html).querySelector('main')
	const buttons = [...(main?.querySelectorAll('form[action="/replies/change"] button') ?? [])]
	return { text: main?.textContent ?? '', buttons: buttons.map((button) => button.textContent) }
}

test('a guest asks for mails, confirms, gets one, and ends them with one click', async () => {
	const received = await startMailbox()
	const { editor, articleId, slug } = await liveStory({ headline: 'Tide turns' })
	const form = parseHtml(await (await fetch(`${server.uncached}/news/${slug}`)).text())
	expect(form.querySelectorAll('#comment-form input[type="checkbox"]:not([checked])')).toHaveLength(2)
	const posted = await post(`/news/${slug}/comments`, {
		...{ body: 'I swim there.', name: 'Zoë', email: 'zoe@example.org', mailReplies: 'yes' },
	})
	const id = Number(/comment=(\d+)/.exec(posted.headers.get('location') ?? '')?.[1])
	await moderateComment(editor, id, 'approved')
	await sendReplyMails(new Date(Date.now() + MINUTES_MS))

	const confirm = linkIn(received[0])
	// Programs that open links change nothing.
	for (let times = 0; times < 2; times += 1)
		expect(await page(confirm)).toMatchObject({ status: 200, buttons: ['Confirm the address'] })
	const token = new URLSearchParams(confirm.split('?')[1]).get('token') ?? ''
	const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }
	expect((await post('/replies/change', { token, change: 'confirm' }, elsewhere)).status).toBe(403)
	expect((await post('/replies/change', { token, change: 'confirm' })).headers.get('location')).toBe(confirm)
	expect((await page(confirm)).text).toContain('The address is confirmed.')

	const reply = await postComment(reader(), articleId, words('So do I.', id))
	await moderateComment(editor, reply.id, 'approved')
	await sendReplyMails(new Date(Date.now() + 2 * MINUTES_MS))
	expect(received[1]?.to).toEqual(['zoe@example.org'])
	expect(await page(linkIn(received[1]))).toMatchObject({ status: 200, buttons: ['End these mails'] })

	const oneClick = new URL(/^List-Unsubscribe: <(\S+)>/m.exec(received[1]?.source ?? '')?.[1] ?? '')
	const path = oneClick.pathname + oneClick.search
	const get = await fetch(server.uncached + path, { redirect: 'manual' })
	expect([get.status, get.headers.get('location')]).toEqual([303, linkIn(received[1])])
	expect((await post(path, {})).status).toBe(422)
	const ended = await post(path, { 'List-Unsubscribe': 'One-Click' }, elsewhere)
	expect([ended.status, ended.headers.get('set-cookie')]).toEqual([200, null])
	expect(await ended.text()).toBe('You get no more mails about replies.\n')
	expect((await page(linkIn(received[1]))).text).toContain('You get no more mails about replies.')
	expect((await post(path.slice(0, -1), { 'List-Unsubscribe': 'One-Click' })).status).toBe(410)
	expect((await page('/replies?token=s.a.1.x')).status).toBe(404)
})

test('without a mail server the form offers no mails', async () => {
	vi.stubEnv('SMTP_URL', '')
	const { slug } = await liveStory({ headline: 'Tide stays' })
	const form = parseHtml(await (await fetch(`${server.uncached}/news/${slug}`)).text())
	expect(form.querySelectorAll('#comment-form input[type="checkbox"]')).toHaveLength(0)
	vi.unstubAllEnvs()
})
