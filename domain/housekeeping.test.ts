import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { sessions } from '@/db/schema'
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

/** Runs `deleteExpired` hourly from one day to another. */
async function runHourly(from: number, to: number): Promise<void> {
	for (let hour = from * 24; hour <= to * 24; hour += 1) await deleteExpired(inDays(hour / 24))
}

async function signedIn(email: string): Promise<string> {
	const account = { email, password: 'engine no. 1' }
	await addPerson({ ...account, name: 'Ada', role: 'reader' })
	return (await signIn(account.email, account.password)).token
}

test('a clock step suspends deletion for a day', async () => {
	const token = await signedIn('grace@example.org')
	await runHourly(0, 2)
	await deleteExpired(inDays(400))
	await runHourly(400, 400.9)
	await deleteExpired(inDays(3))
	await deleteExpired(inDays(500))
	expect(await rowOf(token)).toBe(true)
	// A steady clock at day 500: the session has expired.
	await runHourly(500, 501.1)
	expect(await rowOf(token)).toBe(false)
})

test('drafts expire after 7 days, sessions after 30', async () => {
	const { articleId } = await liveStory()
	const ada = reader()
	await saveDraft(ada, articleId, { body: 'Half a thought', parentId: null })
	const token = await signedIn('ada@example.org')
	await runHourly(0, 6)
	expect(await findDraft(ada, articleId)).not.toBeNull()
	await runHourly(6, 8)
	expect(await findDraft(ada, articleId)).toBeNull()
	expect(await findSession(token)).not.toBeNull()
	await runHourly(8, 31)
	expect(await findSession(token)).toBeNull()
})

const rowOf = async (token: string): Promise<boolean> =>
	(
		await readDb()
			.select()
			.from(sessions)
			.where(eq(sessions.sessionToken, hashToken(token)))
	).length === 1
