import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readDb, write } from '@/db'
import { pings, settings } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { startMailbox } from '@/e2e/support/mailbox'
import { liveStory, reader } from '@/e2e/support/stories'
import { moderateComment } from './comments/moderate'
import { postComment } from './comments/post'
import { MAIL_PAUSE_MS } from './notices/decisions'

/** Jobs of two servers on one database, which run at the same moment. */
withDatabase()

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => {
	vi.unstubAllEnvs()
	vi.restoreAllMocks()
})

/** Runs a job of two instances: `other` is the same module, loaded again. */
async function onTwo<Module>(
	one: Promise<Module>,
	other: Promise<Module>,
	run: (module: Module) => Promise<unknown>,
): Promise<void> {
	const modules = await Promise.all([one, other])
	expect(modules[0]).not.toBe(modules[1])
	await Promise.all(modules.map(run))
}

test('a decision is mailed by one of two instances', async () => {
	const { editor, articleId } = await liveStory()
	const received = await startMailbox()
	const words = { body: 'A remark.', parentId: null, name: 'Ada', email: 'ada@example.org' }
	const { id } = await postComment(reader(), articleId, words)
	await moderateComment(editor, id, 'approved')
	await moderateComment(editor, id, 'rejected')
	await onTwo(import('./notices/mails'), import('./notices/mails?again' as string), ({ mailDueDecisions }) =>
		mailDueDecisions(new Date(Date.now() + MAIL_PAUSE_MS)),
	)
	expect(received).toHaveLength(1)
})

test('an announcement is sent once, and repeated by either instance', async () => {
	let requests = 0
	const hub = createServer((_request, response) => {
		requests += 1
		setTimeout(() => response.writeHead(500).end(), 200)
	})
	await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => void hub.close())
	const { port } = hub.address() as AddressInfo
	await write(async (tx) => {
		tx.changed('settings')
		await tx.insert(settings).values({ key: 'websubHub', value: `http://127.0.0.1:${port}/hub` })
	})
	await liveStory({ headline: 'The ferry waits' })
	for (const minutes of [0, 2]) {
		requests = 0
		const now = new Date(Date.now() + minutes * 60_000)
		await onTwo(import('./pings/send'), import('./pings/send?again' as string), ({ sendPings }) =>
			sendPings({ now, isAllowed: () => true }),
		)
		expect(requests).toBe(1)
	}
	expect((await readDb().select().from(pings)).map(({ attempts }) => attempts)).toEqual([2])
})

test('the link of an address is mailed by one of two instances', async () => {
	const { editor, articleId } = await liveStory({ headline: 'The lock opens' })
	const received = await startMailbox()
	const words = { body: 'A question.', parentId: null, name: 'Bo', email: 'bo@example.org' }
	const { id } = await postComment(reader(), articleId, { ...words, wants: 'own' })
	await moderateComment(editor, id, 'approved')
	received.length = 0
	await onTwo(import('./replies/send'), import('./replies/send?again' as string), ({ sendReplyMails }) =>
		sendReplyMails(new Date(Date.now() + 60_000)),
	)
	expect(received.filter(({ to }) => to[0] === 'bo@example.org')).toHaveLength(1)
})
