import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import type { Role } from '@/lib/roles'
import { addPerson } from '../people'
import type { StaffViewer, Viewer } from '../permissions'
import { changeRole } from '../person-access'
import { moderateComment } from './moderate'
import { editComment } from './own'
import { pickComment } from './pick'
import { postComment } from './post'
import { listThread } from './thread'

withDatabase()

let moderator: StaffViewer

beforeAll(async () => {
	moderator = await createStaff('moderator')
})

/** An account whose role is stored. */
async function accountOf(role: Role, name = 'Kit'): Promise<StaffViewer> {
	const email = `${crypto.randomUUID()}@example.org`
	const { id } = await addPerson({ name, email, role, password: 'a good long password' })
	return { person: { id, name, email, role }, readerId: null }
}

async function post(articleId: number, viewer: Viewer, body: string, parentId: number | null = null) {
	const words = { body, parentId, name: 'Ada', email: 'ada@example.org' }
	const { id } = await postComment(viewer, articleId, words)
	await moderateComment(moderator, id, 'approved')
	return id
}

test('a pick is shown in the thread and above it, and is recorded', async () => {
	const { articleId } = await liveStory()
	const ada = reader()
	const id = await post(articleId, ada, 'Well observed.')
	await pickComment(moderator, id, true)
	await pickComment(moderator, id, true)
	const { threads, highlights } = await listThread(reader(), articleId)
	expect(threads[0]).toMatchObject({ id, picked: true })
	expect(highlights.picks).toEqual({ count: 1, comments: [{ id, authorName: 'Ada' }] })
	const events = await readDb().select().from(auditEvents).where(eq(auditEvents.action, 'pick comment'))
	expect(events).toMatchObject([{ personId: moderator.person.id, subject: `comment:${id}` }])
	await pickComment(moderator, id, false)
	expect((await listThread(reader(), articleId)).highlights.picks.count).toBe(0)
})

test('only the desk picks, and only what readers see', async () => {
	const { articleId } = await liveStory()
	const id = await post(articleId, reader(), 'Mine.')
	for (const viewer of [reader(), await createStaff('reader'), await createStaff('contributor')])
		await expect(pickComment(viewer, id, true)).rejects.toMatchObject({ name: 'Refusal' })
	await moderateComment(moderator, id, 'rejected')
	await expect(pickComment(moderator, id, true)).rejects.toMatchObject({ code: 'conflict' })
})

test('an edited comment is no pick any more', async () => {
	const { articleId } = await liveStory()
	const ada = reader()
	const id = await post(articleId, ada, 'Kind.')
	await pickComment(moderator, id, true)
	await editComment(ada, articleId, id, 'Unkind.')
	await moderateComment(moderator, id, 'approved')
	expect((await listThread(reader(), articleId)).threads[0]?.picked).toBe(false)
})

test('badges and replies of the newsroom follow roles and bylines, not names', async () => {
	const { editor, articleId } = await liveStory()
	const root = await post(articleId, reader(), 'Why?')
	const [staff, account] = [await accountOf('contributor'), await accountOf('reader', editor.person.name)]
	const [byAuthor, byStaff, byReader] = [
		await post(articleId, editor, 'Because.', root),
		await post(articleId, staff, 'Indeed.', root),
		await post(articleId, account, 'As I wrote.', root),
	]
	const shown = async () => {
		const { threads, highlights } = await listThread(reader(), articleId)
		return { replies: threads[0]?.replies, newsroom: highlights.replies }
	}
	expect(await shown()).toMatchObject({
		replies: [
			{ id: byAuthor, author: true, staff: true },
			{ id: byStaff, author: false, staff: true },
			{ id: byReader, author: false, staff: false },
		],
		newsroom: { count: 2, comments: [{ id: byStaff }, { id: byAuthor }] },
	})
	await changeRole(await createStaff('owner'), staff.person.id, 'reader')
	expect((await shown()).newsroom.count).toBe(1)
})
