import { beforeAll } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { addReaderNote, removeReaderNote } from './comments/commenter'
import { confirmComment, makeCommentLink } from './comments/confirmation'
import { postComment } from './comments/post'
import { liftRestriction, restrictAuthor } from './comments/restrictions'
import { testLocks } from './locks.fixture'
import type { StaffViewer } from './permissions'

withDatabase()

let moderator: StaffViewer
let commentId: number

beforeAll(async () => {
	moderator = await createStaff('moderator')
	const words = { body: 'I was there.', parentId: null, name: 'Ada', email: 'ada@example.org' }
	commentId = (await postComment(reader(), (await liveStory()).articleId, words)).id
	token = new URL(await makeCommentLink(commentId)).searchParams.get('token') ?? ''
})

const comment = () => `comment ${commentId}`
let token = ''
const confirmed = async () => confirmComment(commentId, token)
const BAN = { kind: 'ban', reason: 'Spam.', until: '' }

testLocks([
	['confirmComment', confirmed, comment, 'comments'],
	['restrictAuthor', () => restrictAuthor(moderator, commentId, BAN), comment, 'comments'],
	['liftRestriction', () => liftRestriction(moderator, commentId, 1), comment, 'comments'],
	['addReaderNote', () => addReaderNote(moderator, commentId, 'Writes at night.'), comment, 'comments'],
	['removeReaderNote', () => removeReaderNote(moderator, commentId, 1), comment, 'comments'],
])
