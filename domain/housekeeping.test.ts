import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sessions } from '@/db/schema'
import { readDb } from '@/db/sqlite/connection'
import { withDatabase } from '@/db/testing'
import { liveStory, reader } from '@/e2e/support/stories'
import { findDraft, saveDraft } from './comments/post'
import { deleteExpired } from './housekeeping'
import { addPerson } from './people'
import { findSession, hashToken, signIn } from './sessions'

withDatabase()

const DAY_MS = 86_400_000
const started = Date.now()
const inDays = (days: number) => new Date(started + days * DAY_MS)

/** Runs every hour of the days from one to another. */
async function keepHouseDaily(from: number, to: number): Promise<void> {
	for (let hour = from * 24; hour <= to * 24; hour += 1) await deleteExpired(inDays(hour / 24))
}

async function signedIn(email: string): Promise<string> {
	const account = { email, password: 'engine no. 1' }
	await addPerson({ ...account, name: 'Ada', role: 'reader' })
	return (await signIn(account.email, account.password)).token
}

test('a clock that leaps deletes nothing until it has been steady for a day', async () => {
	const token = await signedIn('grace@example.org')
	await keepHouseDaily(0, 2)
	await deleteExpired(inDays(400))
	await keepHouseDaily(400, 400.9)
	await deleteExpired(inDays(3))
	await deleteExpired(inDays(500))
	expect(await rowOf(token)).toBe(true)
	// Here it is no mistake: the year is over.
	await keepHouseDaily(500, 501.1)
	expect(await rowOf(token)).toBe(false)
})

test('a draft and a session stay while they are of use, and go when they are not', async () => {
	const { articleId } = await liveStory()
	const ada = reader()
	await saveDraft(ada, articleId, { body: 'Half a thought', parentId: null })
	const token = await signedIn('ada@example.org')
	await keepHouseDaily(0, 6)
	expect(await findDraft(ada, articleId)).not.toBeNull()
	await keepHouseDaily(6, 8)
	expect(await findDraft(ada, articleId)).toBeNull()
	expect(await findSession(token)).not.toBeNull()
	await keepHouseDaily(8, 31)
	expect(await findSession(token)).toBeNull()
})

const rowOf = async (token: string): Promise<boolean> =>
	(
		await readDb()
			.select()
			.from(sessions)
			.where(eq(sessions.sessionToken, hashToken(token)))
	).length === 1
