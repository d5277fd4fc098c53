import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { ANONYMOUS, type Viewer } from '../permissions'
import { mergeBrowserReader } from '../readers'
import { changeSettings } from '../settings'
import { ignoreAuthor, listIgnored, stopIgnoring } from './ignore'
import { hasOwnState } from './own'
import { postComment } from './post'
import { listThread } from './thread'

withDatabase()

let articleId: number

beforeAll(async () => {
	;({ articleId } = await liveStory())
	await changeSettings(await createStaff('owner'), { commentsHeldFirst: 0 })
})

const post = async (viewer: Viewer, body: string, story = articleId) =>
	(await postComment(viewer, story, { body, parentId: null, name: 'Mo', email: 'mo@example.org' })).id

const ignoredFor = async (viewer: Viewer, story = articleId) =>
	(await listThread(viewer, story)).threads.filter(({ ignored }) => ignored).map(({ id }) => id)

test('all comments of an ignored author collapse for one reader alone', async () => {
	const [ada, mo] = [reader(), reader()]
	const { articleId: elsewhere } = await liveStory()
	const [first, second] = [await post(mo, 'First.'), await post(mo, 'Second.')]
	const other = await post(mo, 'Elsewhere.', elsewhere)
	await post(reader(), 'From another.')
	expect(await hasOwnState(ada, elsewhere)).toBe(false)
	for (let repeat = 0; repeat < 2; repeat += 1) await ignoreAuthor(ada, articleId, first)
	expect((await ignoredFor(ada)).sort()).toEqual([first, second])
	expect(await ignoredFor(ada, elsewhere)).toEqual([other])
	expect(await hasOwnState(ada, elsewhere)).toBe(true)
	for (const viewer of [ANONYMOUS, reader(), mo]) expect(await ignoredFor(viewer)).toEqual([])
	const list = await listIgnored(ada)
	expect(list).toMatchObject([{ name: 'Mo' }])
	await stopIgnoring(reader(), list[0]?.id ?? 0)
	expect(await listIgnored(ada)).toHaveLength(1)
	await stopIgnoring(ada, list[0]?.id ?? 0)
	expect([await listIgnored(ada), await ignoredFor(ada)]).toEqual([[], []])
})

test('an own comment and one that is not public are refused', async () => {
	const ada = reader()
	const own = await post(ada, 'Mine.')
	await expect(ignoreAuthor(ada, articleId, own)).rejects.toMatchObject({ code: 'invalid' })
	await expect(ignoreAuthor(ada, articleId, 9_999)).rejects.toMatchObject({ code: 'not-found' })
})

test('a merge moves the ignore list and its entries elsewhere', async () => {
	const [browser, other, mo] = [reader(), reader(), reader()]
	const theirs = await post(mo, 'One more.')
	const written = await post(browser, 'Written before signing in.')
	await ignoreAuthor(browser, articleId, theirs)
	await ignoreAuthor(other, articleId, written)
	const account = await createStaff('reader')
	const phone = { ...account, readerId: crypto.randomUUID() }
	await ignoreAuthor(phone, articleId, theirs)
	await ignoreAuthor(phone, articleId, written)
	await mergeBrowserReader({ ...account, readerId: browser.readerId })
	expect(await listIgnored(account)).toHaveLength(1)
	expect(await ignoredFor(other)).toEqual([written])
})
