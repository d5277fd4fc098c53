import { beforeEach } from 'vitest'
import { type ReceivedMail, startMailbox } from '@/e2e/support/mailbox'
import { liveStory, reader } from '@/e2e/support/stories'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import type { StaffViewer, Viewer } from '../permissions'
import { confirmReplyMails } from './change'
import { sendReplyMails } from './send'
import type { WantedReplies } from './subscribe'

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

type Said = Partial<{
	parentId: number | null
	wants: WantedReplies
	by: Viewer
	email: string
	body: string
}>

let addresses = 0

/** A story with a mailbox of its own for each test, and a clock that `later` moves. */
export function withTalk() {
	const talk = {
		editor: null as unknown as StaffViewer,
		articleId: 0,
		clock: 0,
		mailbox: [] as ReceivedMail[],
		newAddress: () => `reader-${++addresses}@example.org`,
		/** Posts and approves a guest's comment. */
		async said({ parentId = null, wants, by = reader(), email, body = 'Yes.' }: Said = {}): Promise<number> {
			const words = { body, parentId, name: 'Ada', email: email ?? talk.newAddress() }
			const { id, state } = await postComment(by, talk.articleId, { ...words, wants: wants ?? null })
			if (state !== 'approved') await moderateComment(talk.editor, id, 'approved')
			return id
		},
		/** Runs the job some minutes later, and returns the mails that it sends. */
		async later(minutes = 3): Promise<ReceivedMail[]> {
			talk.clock += minutes * MINUTE_MS
			const before = talk.mailbox.length
			await sendReplyMails(new Date(talk.clock))
			return talk.mailbox.slice(before)
		},
		/** A comment whose author has confirmed an address. */
		async subscribed(options: Said = {}): Promise<{ id: number; email: string }> {
			const email = options.email ?? talk.newAddress()
			const id = await talk.said({ wants: 'own', ...options, email })
			const [mail] = await talk.later()
			if (mail) await confirmReplyMails(tokenIn(mail))
			return { id, email }
		},
	}
	beforeEach(async () => {
		talk.mailbox = await startMailbox()
		Object.assign(talk, await liveStory({ headline: 'The ferry' }), { clock: Date.now() })
	})
	return talk
}

/** The token of the last link of a mail. */
export const tokenIn = (mail: ReceivedMail | undefined): string =>
	/token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
