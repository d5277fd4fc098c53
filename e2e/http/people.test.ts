import { beforeAll, expect, test, vi } from 'vitest'
import { addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { EMPTY_PROFILE } from '@/domain/profile-fields'
import { changeProfile, createAuthor, findProfile } from '@/domain/profiles'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { eventually } from '@/lib/testing'
import { sendDeskForm } from '../support/desk-form'
import { cookieHeader, type HttpResponse, post, sendRequest } from '../support/http-client'
import { startMailbox } from '../support/mailbox'
import { liveStory } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'press no. 1 of it'

let owner: StaffViewer
let cookie: string

beforeAll(async () => {
	const account = { name: 'Owen Tarn', email: 'owen@example.org', role: 'owner' } as const
	const { id } = await addPerson({ ...account, password: PASSWORD })
	owner = { person: { id, ...account }, readerId: null }
	cookie = `${SESSION_COOKIE}=${(await signIn(account.email, PASSWORD)).token}`
})

const get = (path: string, as = cookie): Promise<HttpResponse> =>
	sendRequest(server.address + path, { headers: { Cookie: as, Accept: 'text/html' } })

const invite = (changes: Record<string, string>): Promise<HttpResponse> =>
	sendDeskForm(`${server.address}/desk/people/invitations`, {
		form: 'invite',
		changes,
		button: ['', ''],
		cookie,
	})

const linkIn = (text: string, path: string): string =>
	new RegExp(`https?://[^"\\s]*${path}\\?token=[\\w-]+`).exec(text)?.[0] ?? ''

const pathOf = (link: string): string => new URL(link).pathname + new URL(link).search

test('without mail only the form’s response contains the link', async () => {
	const made = await invite({ name: 'Nia', role: 'editor' })
	expect(made.status).toBe(200)
	const link = linkIn(made.text, '/welcome')
	expect(link).not.toBe('')
	expect(made.headers['cache-control']).toContain('no-store')
	expect((await get('/desk/people/invitations')).text).not.toContain(new URL(link).search)
	const page = await get(pathOf(link), '')
	expect(page.text).toContain('with the role of editor')
	expect(page.headers['cache-control']).toContain('no-store')
})

test('an invitation is mailed, accepted and opens the desk', async () => {
	const received = await startMailbox()
	const made = await invite({ email: 'ida@example.org', name: 'Ida', role: 'moderator' })
	expect([made.status, made.headers.location]).toEqual([
		303,
		expect.stringContaining('/desk/people/invitations?done=invitationMailed'),
	])
	const token = new URL(linkIn(received[0]?.text ?? '', '/welcome')).searchParams.get('token') ?? ''
	const fields = { token, name: 'Ida', email: 'not-hers@example.org', password: PASSWORD }
	const accepted = await post(`${server.address}/welcome/account`, fields)
	expect([accepted.status, accepted.headers.location]).toEqual([303, '/desk'])
	const session = cookieHeader(...[accepted.headers['set-cookie'] ?? []].flat())
	expect((await get('/desk/comments', session)).status).toBe(200)
	expect((await get('/desk/people', session)).status).toBe(403)
	expect((await post(`${server.address}/welcome/account`, fields)).status).toBe(410)
})

test('a failed mail is told with the link', async () => {
	vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const made = await invite({ email: 'una@example.org', role: 'editor' })
	expect(made.text).toContain('The mail could not be sent; copy the link instead.')
	expect(JSON.stringify(log.mock.calls)).not.toContain(new URL(linkIn(made.text, '/welcome')).search)
	log.mockRestore()
	vi.unstubAllEnvs()
})

test('password requests get one answer for all addresses', async () => {
	const received = await startMailbox()
	const request = (email: string) => post(`${server.address}/password/link`, { email })
	const [known, unknown] = [await request('owen@example.org'), await request('nobody@example.org')]
	expect([known.status, known.headers.location]).toEqual([303, '/password?sent=yes'])
	expect({ ...known, headers: { ...known.headers, date: '' } }).toEqual({
		...unknown,
		headers: { ...unknown.headers, date: '' },
	})
	await eventually(() => expect(received.map(({ to }) => to)).toEqual([['owen@example.org']]))
	const link = linkIn(received[0]?.text ?? '', '/password')
	expect((await get(pathOf(link), '')).text).toContain('Choose a new password')
	const token = new URL(link).searchParams.get('token') ?? ''
	const set = await post(`${server.address}/password/new`, { token, password: 'another long password' })
	expect([set.status, set.headers.location]).toEqual([303, '/sign-in?password=set'])
	expect(set.headers['set-cookie']).toBeUndefined()
	expect((await get('/account')).status).not.toBe(200)
	cookie = `${SESSION_COOKIE}=${(await signIn('owen@example.org', 'another long password')).token}`
})

test('the sixth password mail in half an hour is refused', async () => {
	const received = await startMailbox()
	process.env.SQUARE_LIMITS = '1'
	try {
		const statuses: number[] = []
		for (let number = 0; number < 6; number += 1)
			statuses.push((await post(`${server.address}/password/link`, { email: 'x@example.org' })).status)
		expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
		expect(received).toEqual([])
	} finally {
		process.env.SQUARE_LIMITS = '0'
	}
})

test('a new slug redirects, and pages show the changed profile at once', async () => {
	const id = await createAuthor(owner, { ...EMPTY_PROFILE, name: 'Nia Reed', bio: 'Writes.' })
	const { slug } = await liveStory({ bylines: ['nia-reed'] })
	expect((await get('/people/nia-reed')).text).toContain('Writes.')
	expect((await get(`/news/${slug}`)).text).toContain('Writes.')
	const { fields } = await findProfile(owner, id)
	await changeProfile(owner, id, {
		...fields,
		slug: 'nia',
		bio: 'Sails and [writes](https://example.org/).',
		fediverse: '@nia@example.social',
		profiles: [{ label: 'Blog', url: 'https://example.org/blog' }],
	})
	for (const path of ['/people/nia-reed', '/people/nia-reed?page=2', '/people/Nia-Reed']) {
		const moved = await get(path)
		expect([path, moved.status, moved.headers.location]).toEqual([
			path,
			301,
			expect.stringMatching(/^\/people\/nia/),
		])
	}
	const page = (await get('/people/nia')).text
	expect(page).toContain('<a href="https://example.org/" rel="noopener">writes</a>')
	expect(page).toMatch(/<a href="https:\/\/example\.org\/blog" rel="me noopener"/)
	expect(page).toMatch(/<a href="https:\/\/example\.social\/@nia" rel="me noopener"/)
	const story = (await get(`/news/${slug}`)).text
	expect(story).toContain('<meta name="fediverse:creator" content="@nia@example.social"/>')
	expect(story).toContain('href="/people/nia"')
	expect(story).not.toContain('rel="me')
})
