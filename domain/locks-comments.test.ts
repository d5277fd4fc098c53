import { afterAll, beforeAll, vi } from 'vitest'
import { readDb } from '@/db'
import { replyAddresses } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { addReaderNote, removeReaderNote } from './comments/commenter'
import { confirmComment, makeCommentLink } from './comments/confirmation'
import { type NewComment, postComment } from './comments/post'
import { liftRestriction, restrictAuthor } from './comments/restrictions'
import { testLocks } from './locks.fixture'
import type { StaffViewer } from './permissions'
import { confirmReplyMails, stopReplyMails } from './replies/change'
import { confirmToken, stopToken } from './replies/links'

withDatabase()

let moderator: StaffViewer
let commentId: number
let articleId: number
let addressId: string
let words: Omit<NewComment, 'wants'>

beforeAll(async () => {
	moderator = await createStaff('moderator')
	words = { body: 'I was there.', parentId: null, name: 'Ada', email: 'ada@example.org' }
	vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
	const story = await liveStory()
	articleId = story.articleId
	commentId = (await postComment(reader(), articleId, { ...words, wants: 'own' })).id
	const [address] = await readDb().select().from(replyAddresses)
	addressId = address?.id ?? ''
	token = new URL(await makeCommentLink(commentId)).searchParams.get('token') ?? ''
})
afterAll(() => void vi.unstubAllEnvs())

const comment = () => `comment ${commentId}`
let token = ''
const confirmed = async () => confirmComment(commentId, token)
const BAN = { kind: 'ban', reason: 'Spam.', until: '' }

const address = () => `reply address ${addressId}`
const wish = (body: string) => postComment(reader(), articleId, { ...words, body, wants: 'own' })

testLocks([
	['confirmComment', confirmed, comment, 'comments'],
	['subscribeToReplies', () => wish('So was I.'), () => `reply address ${words.email}`, 'reply_addresses'],
	[
		'confirmReplyMails',
		() => confirmReplyMails(confirmToken(addressId, new Date())),
		address,
		'reply_addresses',
	],
	['stopReplyMails', () => stopReplyMails(stopToken(addressId, null), 'all'), address, 'reply_addresses'],
	['restrictAuthor', () => restrictAuthor(moderator, commentId, BAN), comment, 'comments'],
	['liftRestriction', () => liftRestriction(moderator, commentId, 1), comment, 'comments'],
	['addReaderNote', () => addReaderNote(moderator, commentId, 'Writes at night.'), comment, 'comments'],
	['removeReaderNote', () => removeReaderNote(moderator, commentId, 1), comment, 'comments'],
])
