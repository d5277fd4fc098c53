import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { addAuthenticator } from '@/e2e/support/factors'
import { liveStory, reader } from '@/e2e/support/stories'
import type { OwnData } from '@/lib/own-data'
import { STORED_DATA } from '@/lib/stored-data'
import { moderateComment } from '../comments/moderate'
import { editComment } from '../comments/own'
import { postComment, saveDraft } from '../comments/post'
import { setRespect } from '../comments/respect'
import { restrictAuthor } from '../comments/restrictions'
import { castMood } from '../moods'
import { fileComplaint } from '../notices/complaints'
import { decideReported } from '../notices/desk-reports'
import { addPerson } from '../people'
import type { SignedInViewer } from '../permissions'
import { rateArticle } from '../ratings'
import { saveArticle } from '../reading-list'
import { signIn } from '../sessions'
import { collectOwnData, LEFT_OUT, LEFT_OUT_KINDS, SECTIONS } from './collect'

withDatabase()

const PASSWORD = 'a good long password'
let data: OwnData
let other: OwnData
let secrets: string[]

async function account(name: string): Promise<SignedInViewer> {
	const person = { name, email: `${name.toLowerCase()}@example.org`, role: 'reader' as const }
	const { id } = await addPerson({ ...person, password: PASSWORD })
	return { person: { id, ...person }, readerId: crypto.randomUUID() }
}

beforeAll(async () => {
	const { editor, articleId } = await liveStory()
	const [ada, grace] = [await account('Ada'), await account('Grace')]
	const post = (viewer: SignedInViewer, body: string) =>
		postComment(viewer, articleId, { body, parentId: null, name: '', email: '' })
	await castMood(reader(ada.readerId ?? ''), articleId, 'sad')
	const { token } = await signIn('ada@example.org', PASSWORD, 'Firefox on Linux')
	const { codes } = await addAuthenticator(ada)
	secrets = [token, PASSWORD, ...codes]
	const first = (await post(ada, 'Said frist.')).id
	await editComment(ada, articleId, first, 'Said first.')
	await moderateComment(editor, first, 'approved')
	const removed = (await post(ada, 'Said too much.')).id
	await decideReported(editor, removed, { outcome: 'removed', rule: 'abuse', law: '', facts: 'Line two.' })
	await fileComplaint(ada, { commentId: removed }, 'It was polite.')
	const theirs = (await post(grace, 'From another.')).id
	await moderateComment(editor, theirs, 'approved')
	await setRespect(ada, articleId, theirs, true)
	await rateArticle(ada, articleId, 2)
	await saveArticle(ada, articleId)
	await saveDraft(ada, articleId, { body: 'Not sent yet.', parentId: null })
	await restrictAuthor(editor, first, { kind: 'mute', reason: 'Too many at once.', until: '' })
	data = await collectOwnData(ada)
	other = await collectOwnData(grace)
})

test('each section has what is stored of it', () => {
	const story = 'The bridge opens again'
	expect(data).toMatchObject({
		account: [{ name: 'Ada', email: 'ada@example.org', role: 'reader', firstResponse: expect.any(Date) }],
		signIn: [{ what: 'password' }, { what: 'authenticator' }, { what: 'recoveryCodes', left: 10 }],
		sessions: [{ device: 'Firefox on Linux' }],
		comments: [
			{ story, text: 'Said first.', state: 'approved', formerTexts: ['Said frist.'] },
			{ story, text: 'Said too much.', state: 'rejected' },
		],
		votes: [
			{ what: 'mood', choice: 'sad', state: 'counted' },
			{ what: 'rating', choice: 2 },
		],
		respects: [{ story }],
		saved: [{ story }],
		drafts: [{ text: 'Not sent yet.' }],
		restrictions: [{ what: 'mute', reason: 'Too many at once.' }],
		decisions: [{ outcome: 'removed', rule: 'abuse', facts: 'Line two.' }],
		complaints: [{ text: 'It was polite.', outcome: null }],
	})
})

test('no secret is in the data, and nothing of other people', () => {
	const text = JSON.stringify(data)
	for (const secret of [...secrets, 'argon2', 'A editor', 'From another.']) expect(text).not.toContain(secret)
	expect(JSON.stringify(other)).not.toMatch(/Ada|Said|Firefox|bridge opens again","since/)
})

test('each table with personal data is in a section, or left out with a reason', () => {
	const included = Object.values(SECTIONS).flatMap(({ tables }) => tables)
	const kinds = Object.entries(STORED_DATA).filter(([kind]) => !Object.hasOwn(LEFT_OUT_KINDS, kind))
	const stored = kinds.flatMap(([, { tables }]) => [...tables])
	const listed = [...included, ...Object.keys(LEFT_OUT)]
	expect(stored.filter((name) => !listed.includes(name))).toEqual([])
	expect(listed.filter((name) => !stored.includes(name))).toEqual([])
	expect(new Set(listed).size).toBe(listed.length)
})
