import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { findDraft, keepDraft } from './comments/post'
import { liveStory, reader } from './fixtures'
import { keepHouse } from './housekeeping'
import { addPerson } from './people'
import { findSession, signIn } from './sessions'

withDatabase()

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

test('a draft and a session stay while they are of use, and go when they are not', async () => {
	const { articleId } = await liveStory()
	const ada = reader()
	await keepDraft(ada, articleId, { body: 'Half a thought', parentId: null })
	const account = { email: 'ada@example.org', password: 'engine no. 1' }
	await addPerson({ ...account, name: 'Ada', role: 'reader' })
	const { token } = await signIn(account.email, account.password)
	await keepHouse(inDays(6))
	expect(await findDraft(ada, articleId)).not.toBeNull()
	await keepHouse(inDays(8))
	expect(await findDraft(ada, articleId)).toBeNull()
	expect(await findSession(token)).not.toBeNull()
	await keepHouse(inDays(31))
	expect(await findSession(token)).toBeNull()
})
