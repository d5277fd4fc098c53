import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, comments, formerNames } from '@/db/schema'
import { traceWrites, withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { onInvalidate } from '@/lib/invalidation'
import { NAME_CHANGE_DAYS, NAME_CHANGES_MAX } from '@/lib/name-changes'
import { findCommenter } from './comments/commenter'
import { postComment } from './comments/post'
import { addPerson, signUp } from './people'
import type { SignedInViewer, StaffViewer } from './permissions'
import { EMPTY_PROFILE } from './profile-fields'
import { changeProfile } from './profiles'
import { changeOwnName, listFormerNames } from './public-name'
import { changeSettings } from './settings'

withDatabase()

let editor: StaffViewer
let owner: StaffViewer
let articleId: number
let number = 0

beforeAll(async () => {
	;({ editor, articleId } = await liveStory())
	owner = await createStaff('owner', 'Ómar Á. O’Neill')
	await createStaff('editor', 'Ольга')
	await changeSettings(owner, { commentsHeldFirst: 0, siteName: 'The Daily' })
})

async function newReader(name = 'Rita'): Promise<SignedInViewer> {
	number += 1
	const account = { name, email: `rita-${number}@example.org`, role: 'reader' as const }
	const { id } = await addPerson({ ...account, password: 'engine no. 1' })
	return { person: { id, ...account }, readerId: null }
}

const comment = { parentId: null, name: '', email: '' }
const nameOf = async (id: number) =>
	(await readDb().select({ name: comments.authorName }).from(comments).where(eq(comments.id, id)))[0]?.name

test('a new name stands above past comments, and moderators see the former ones', async () => {
	const rita = await newReader()
	const { id } = await postComment(rita, articleId, { ...comment, body: 'Mine.' })
	const other = await postComment(await newReader(), articleId, { ...comment, body: 'Of a namesake.' })
	const tags: string[] = []
	const stop = onInvalidate(({ immediate }) => void tags.push(...immediate))
	await changeOwnName(rita, ' Zoe\u0301  R. ')
	stop?.()
	expect([await nameOf(id), await nameOf(other.id)]).toEqual(['Zoé R.', 'Rita'])
	expect(tags).toEqual(expect.arrayContaining(['comments', `comments:${articleId}`]))
	await changeOwnName(rita, 'Zoé R.')
	await changeOwnName(rita, 'Рита')
	expect(await listFormerNames(editor, rita.person.id)).toMatchObject([{ name: 'Zoé R.' }, { name: 'Rita' }])
	expect((await findCommenter(editor, id))?.names).toEqual(['Рита', 'Zoé R.', 'Rita'])
	await expect(listFormerNames(rita, rita.person.id)).rejects.toMatchObject({ code: 'forbidden' })
	const events = await readDb().select().from(auditEvents).where(eq(auditEvents.action, 'change own name'))
	expect([events.length, JSON.stringify(events).includes('Zoé')]).toEqual([2, false])
})

test('names of the newsroom and of the site are refused, in any spelling', async () => {
	const rita = await newReader()
	const taken = ['omar a oneill', 'ÓMAR Á. O’NEILL', 'Οmar А. O\u200bNeill', 'The-Daily', 'ольга', 'Oльга']
	for (const name of taken) {
		const refusal = { code: 'invalid', field: 'name' }
		await expect(changeOwnName(rita, name), name).rejects.toMatchObject(refusal)
		const account = { name, email: `${crypto.randomUUID()}@example.org`, password: 'engine no. 1' }
		await expect(signUp(account), name).rejects.toMatchObject(refusal)
		const guest = { ...comment, body: 'As a guest.', name, email: 'guest@example.org' }
		await expect(postComment(reader(), articleId, guest), name).rejects.toMatchObject(refusal)
	}
	for (const name of ['', ' \u200b', 'x'.repeat(81)])
		await expect(changeOwnName(rita, name)).rejects.toMatchObject({ code: 'invalid', field: 'name' })
	for (const name of ['Omar', '李小龙', 'محمد', '!?']) await changeOwnName(await newReader(), name)
})

test('names that end in a mark of the newsroom are refused', async () => {
	const guest = { ...comment, body: 'As a guest.', email: 'guest@example.org' }
	const marked = [
		'Ada (staff)',
		'Ada [ＳＴＡＦＦ]',
		'Ada – s.t.a.f.f',
		'Ada (ѕtаff) on “A”',
		'Ada Sta\u200bff',
		'Author',
	]
	for (const name of [...marked, 'Ada (rédaction)', 'هيئة التحرير', 'آدا (هيئة التحرير)', 'Ada · Redação'])
		await expect(postComment(reader(), articleId, { ...guest, name }), name).rejects.toMatchObject({
			...{ code: 'invalid', field: 'name', message: expect.stringContaining('mark') },
		})
	// Marks of other languages than the site's are words of names.
	for (const name of ['Staffan', 'Jo Staff-Smith', 'Author Unknown', 'Juma Mwandishi', '(Ada)'])
		await postComment(reader(), articleId, { ...guest, name })
})

test('a name is changed so many times in so many days', async () => {
	const rita = await newReader()
	for (let time = 0; time < NAME_CHANGES_MAX; time += 1) await changeOwnName(rita, `Rita ${time}`)
	await changeOwnName(rita, `Rita ${NAME_CHANGES_MAX - 1}`)
	await expect(changeOwnName(rita, 'Rita again')).rejects.toMatchObject({ code: 'rate-limited' })
	const replacedAt = new Date(Date.now() - (NAME_CHANGE_DAYS + 1) * 86_400_000)
	await write((tx) => tx.update(formerNames).set({ replacedAt }))
	await changeOwnName(rita, 'Rita again')
})

test('a name that the desk changes is kept too', async () => {
	const staff = await createStaff('contributor', 'Cora')
	const { id } = await postComment(staff, articleId, { ...comment, body: 'From the newsroom.' })
	await changeProfile(owner, staff.person.id, { ...EMPTY_PROFILE, name: 'Cora C.', slug: 'cora-c' })
	expect(await nameOf(id)).toBe('Cora C.')
	expect(await listFormerNames(owner, staff.person.id)).toMatchObject([{ name: 'Cora' }])
})

test('a change locks the person before it reads', async () => {
	const rita = await newReader()
	const trace = await traceWrites(() => changeOwnName(rita, 'Rita R.'))
	const lock = trace.findIndex((line) => line.startsWith('lock person'))
	const read = trace.findIndex((line) => line.startsWith('select') && line.includes('former_names'))
	expect([lock >= 0, lock < read]).toEqual([true, true])
})
