import { beforeAll, expect, test } from 'vitest'
import { listAutosaves } from '@/domain/articles/autosave'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import type { Role } from '@/lib/roles'
import { type HttpResponse, sendRequest } from '../support/http-client'
import { storyFields } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'a good long password'
const CANARY = 'autosavecanary'

type Writer = { viewer: StaffViewer; cookie: string }
let editor: Writer
let contributor: Writer
let moderator: Writer
let story: { articleId: number; revisionId: number; slug: string }

async function writer(role: Role): Promise<Writer> {
	const account = { name: `A ${role}`, email: `${role}@example.org`, password: PASSWORD, role }
	const { id } = await addPerson(account)
	const cookie = `${SESSION_COOKIE}=${(await signIn(account.email, PASSWORD)).token}`
	return {
		viewer: { person: { id, name: account.name, email: account.email, role }, readerId: null },
		cookie,
	}
}

beforeAll(async () => {
	editor = await writer('editor')
	contributor = await writer('contributor')
	moderator = await writer('moderator')
	story = await startStory(editor.viewer, await storyFields(editor.viewer))
	await publishStory(editor.viewer, story.articleId, story)
})

const newToken = () => crypto.randomUUID()

async function post(
	path: string,
	fields: Record<string, string>,
	headers: Record<string, string>,
): Promise<HttpResponse> {
	const form = new FormData()
	for (const [name, value] of Object.entries(fields)) form.set(name, value)
	const encoded = new Response(form)
	const type = encoded.headers.get('content-type') ?? ''
	const body = Buffer.from(await encoded.arrayBuffer())
	return sendRequest(server.address + path, {
		method: 'POST',
		headers: { Origin: server.address, 'Content-Type': type, ...headers },
		body,
	})
}

const fieldsOf = (of: Writer, changes: Record<string, string> = {}) => ({
	story: String(story.articleId),
	token: newToken(),
	person: of.viewer.person.id,
	base: String(story.revisionId),
	fields: JSON.stringify({ headline: [CANARY], bodyText: [`${CANARY} in the text`] }),
	...changes,
})

test('only the responses of its form contain an autosave', async () => {
	const fields = fieldsOf(editor)
	const answer = await post('/desk/stories/autosave', fields, { Cookie: editor.cookie })
	expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store'])
	expect(JSON.parse(answer.text).at).toMatch(/^\d\d:\d\d$/)
	const own = await sendRequest(`${server.address}/desk/stories/${story.articleId}`, {
		headers: { Cookie: editor.cookie, Accept: 'text/html' },
	})
	expect(own.text).toContain(CANARY)
	const desk = `/desk/stories/${story.articleId}`
	const paths = ['/desk', `/desk?query=${CANARY}`, `${desk}/history`, `${desk}/history/1`, `${desk}/preview`]
	for (const path of ['/', '/sections/news', `/news/${story.slug}`, ...paths])
		for (const { cookie } of [editor, contributor]) {
			const { text } = await sendRequest(server.address + path, {
				headers: { Cookie: cookie, Accept: 'text/html' },
			})
			expect(text.replaceAll(`query=${CANARY}`, '').replaceAll(`value="${CANARY}"`, ''), path).not.toMatch(
				new RegExp(`${CANARY} in the text|>${CANARY}`),
			)
		}
})

test('autosaves of strangers and from other sites are refused', async () => {
	const kept = await listAutosaves(editor.viewer, story.articleId)
	const send = async (headers: Record<string, string>, changes = {}, of = editor) =>
		(await post('/desk/stories/autosave', fieldsOf(of, changes), headers)).status
	expect(await send({})).toBe(401)
	expect(await send({ Cookie: editor.cookie, Origin: 'https://example.com' })).toBe(403)
	expect(await send({ Cookie: editor.cookie, 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
	expect(await send({ Cookie: contributor.cookie }, {}, contributor)).toBe(404)
	expect(await send({ Cookie: moderator.cookie }, {}, moderator)).toBe(403)
	// Another person has signed in meanwhile.
	expect(await send({ Cookie: contributor.cookie })).toBe(409)
	for (const changes of [
		{ token: 'short' },
		{ fields: '{' },
		{ fields: '{"headline":[1]}' },
		{ base: '999999' },
		{ story: 'x' },
		{ fields: JSON.stringify({ bodyText: ['x'.repeat(2_000_000)] }) },
	])
		expect([changes, [404, 422].includes(await send({ Cookie: editor.cookie }, changes))]).toEqual([
			changes,
			true,
		])
	expect(await listAutosaves(editor.viewer, story.articleId)).toEqual(kept)
})

test.each(['autosave', 'check', 'presence', 'preview'])(
	'a malformed form to %s is refused',
	async (route) => {
		for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data; boundary=']) {
			const headers = { Origin: server.address, Cookie: editor.cookie, 'Content-Type': type }
			const url = `${server.address}/desk/stories/${route}`
			const { status, text } = await sendRequest(url, { method: 'POST', headers, body: '--x\r\n' })
			expect([status, text.includes('did not arrive whole')]).toEqual([422, true])
		}
	},
)

test('open forms are shown to people with edit access only', async () => {
	const fields = { story: String(story.articleId), token: newToken(), typed: '25' }
	const renew = (changes: Record<string, string>, headers: Record<string, string>) =>
		post('/desk/stories/presence', { ...fields, ...changes }, headers)
	expect((await renew({}, {})).status).toBe(401)
	expect((await renew({}, { Cookie: editor.cookie, Origin: 'https://example.com' })).status).toBe(403)
	expect((await renew({ token: newToken() }, { Cookie: contributor.cookie })).status).toBe(404)
	expect(JSON.parse((await renew({}, { Cookie: editor.cookie })).text)).toEqual({
		others: [],
		takenOverBy: null,
	})
	const second = { Cookie: editor.cookie }
	const { others } = JSON.parse((await renew({ token: newToken(), typed: '' }, second)).text)
	expect(others).toMatchObject([{ who: 'You', words: expect.stringContaining('typed 20 s ago') }])
	await renew({ leave: 'yes' }, second)
	const { text } = await renew({ token: newToken(), typed: '' }, second)
	expect(JSON.parse(text).others.some(({ words }: { words: string }) => words.includes('typed'))).toBe(false)
})
