import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { readerRestrictions } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { castMood } from '../moods'
import { ANONYMOUS, type StaffViewer, type Viewer } from '../permissions'
import { changeSettings } from '../settings'
import { addReaderNote, findCommenter, removeReaderNote } from './commenter'
import { moderateComment } from './moderate'
import { postComment } from './post'
import { liftRestriction, ownRestriction, restrictAuthor } from './restrictions'

withDatabase()

let moderator: StaffViewer
let articleId: number
let ada: Viewer
let commentId: number
let number = 0

const BAN = { kind: 'ban', reason: 'Threats against a neighbour.', until: '' }
const MUTE = { kind: 'mute', reason: 'Please keep to the subject.', until: '2999-12-30' }

const emailOf = ({ readerId }: Viewer) => `${readerId}@example.org`

const post = (viewer: Viewer, email = emailOf(viewer)) => {
	number += 1
	return postComment(viewer, articleId, { name: 'Ada', email, parentId: null, body: `Number ${number}` })
}

beforeEach(async () => {
	moderator = await createStaff('moderator')
	articleId = (await liveStory()).articleId
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 0 })
	ada = reader()
	commentId = (await post(ada)).id
})

const restrictions = async () => (await findCommenter(moderator, commentId))?.restrictions ?? []

describe('a ban', () => {
	test('refuses further comments with its reason, until it is lifted', async () => {
		await restrictAuthor(moderator, commentId, BAN)
		await expect(post(ada)).rejects.toMatchObject({
			code: 'invalid',
			field: 'body',
			message: 'You cannot comment here. The reason: Threats against a neighbour.',
		})
		const [ban] = await restrictions()
		expect(ban).toMatchObject({ kind: 'ban', liftedAt: null, by: 'A moderator' })
		await liftRestriction(moderator, commentId, ban?.id ?? 0)
		expect(await post(ada)).toMatchObject({ state: 'approved' })
		expect((await restrictions())[0]?.liftedAt).not.toBeNull()
	})

	test('ends after its last day, which the refusal names', async () => {
		await restrictAuthor(moderator, commentId, { ...BAN, until: '2999-06-30' })
		await expect(post(ada)).rejects.toThrow('until the end of 30 June 2999.')
		const [ban] = await restrictions()
		expect(ban?.endsAt).toEqual(new Date('2999-07-01T00:00Z'))
		await write((tx) => tx.update(readerRestrictions).set({ endsAt: new Date(Date.now() - 1) }))
		expect(await post(ada)).toMatchObject({ state: 'approved' })
	})

	test('moves with the browser’s reader into an account', async () => {
		await restrictAuthor(moderator, commentId, BAN)
		await addReaderNote(moderator, commentId, 'Called twice.')
		const account = await createStaff('reader')
		await castMood(account, articleId, 'happy')
		await castMood({ ...account, readerId: ada.readerId }, articleId, 'sad')
		await expect(post(account)).rejects.toThrow('Threats')
		expect((await findCommenter(moderator, commentId))?.notes).toMatchObject([{ body: 'Called twice.' }])
	})

	test('is stricter than a later mute', async () => {
		await restrictAuthor(moderator, commentId, BAN)
		await restrictAuthor(moderator, commentId, MUTE)
		await expect(post(ada)).rejects.toThrow('Threats')
	})
})

test('a mute holds each comment, and its author is told why', async () => {
	await restrictAuthor(moderator, commentId, MUTE)
	expect(await post(ada)).toMatchObject({
		state: 'waiting',
		heldFor: [{ phase: 'banned', kind: 'mute', words: 'Please keep to the subject.', until: '2999-12-30' }],
	})
})

test('a reader is told before writing, and another reader is not', async () => {
	expect(await ownRestriction(ada)).toBeNull()
	await restrictAuthor(moderator, commentId, MUTE)
	expect(await ownRestriction(ada)).toEqual({ kind: 'mute', words: MUTE.reason, until: MUTE.until })
	await restrictAuthor(moderator, commentId, BAN)
	expect(await ownRestriction(ada)).toEqual({ kind: 'ban', words: BAN.reason, until: null })
	const account = await createStaff('reader')
	await castMood({ ...account, readerId: ada.readerId }, articleId, 'happy')
	expect(await ownRestriction(account)).toMatchObject({ kind: 'ban' })
	// Signed out, on a computer that others use too.
	expect(await ownRestriction(ada)).toBeNull()
	expect(await ownRestriction(ANONYMOUS)).toBeNull()
})

test('a guest’s address holds comments of other readers, without the reason', async () => {
	await restrictAuthor(moderator, commentId, BAN)
	const other = reader()
	expect(await post(other, emailOf(ada).toUpperCase())).toMatchObject({
		state: 'waiting',
		heldFor: [{ phase: 'banned', kind: 'address' }],
	})
	expect(await post(other)).toMatchObject({ state: 'approved' })
})

test.each([
	[{ ...BAN, kind: 'exile' }, 'kind'],
	[{ ...BAN, reason: ' \u200b ' }, 'reason'],
	[{ ...BAN, reason: 'x'.repeat(501) }, 'reason'],
	[{ ...BAN, until: 'soon' }, 'until'],
	[{ ...BAN, until: '2020-01-01' }, 'until'],
	[{ ...BAN, until: '2999-02-30' }, 'until'],
])('the restriction %o is refused', async (typed, field) => {
	await expect(restrictAuthor(moderator, commentId, typed)).rejects.toMatchObject({ code: 'invalid', field })
	expect(await restrictions()).toEqual([])
})

test('staff are not restricted', async () => {
	const { id } = await post(await createStaff('editor'))
	await expect(restrictAuthor(moderator, id, BAN)).rejects.toMatchObject({ code: 'invalid' })
})

test('a person’s page has names, addresses, counts and notes', async () => {
	const held = await post(ada)
	await moderateComment(moderator, held.id, 'rejected')
	await addReaderNote(moderator, held.id, 'Writes at night.')
	const found = await findCommenter(moderator, commentId)
	expect(found).toMatchObject({
		account: null,
		names: ['Ada'],
		emails: [emailOf(ada)],
		notes: [{ body: 'Writes at night.', by: 'A moderator' }],
	})
	expect(found).not.toHaveProperty('readerId')
	expect(Object.fromEntries((found?.counts ?? []).map(({ state, number }) => [state, number]))).toEqual({
		approved: 1,
		rejected: 1,
	})
	await removeReaderNote(moderator, commentId, found?.notes[0]?.id ?? 0)
	expect((await findCommenter(moderator, commentId))?.notes).toEqual([])
	await expect(addReaderNote(moderator, commentId, ' ')).rejects.toMatchObject({ field: 'note' })
	await expect(findCommenter(reader(), commentId)).rejects.toMatchObject({ code: 'unauthenticated' })
})
