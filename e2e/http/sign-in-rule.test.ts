import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, sessions } from '@/db/schema'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { signInRule } from '@/domain/sign-in-rule'
import { SESSION_COOKIE } from '@/lib/cookies'
import { sendDeskForm } from '../support/desk-form'
import { addAuthenticator } from '../support/factors'
import { sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()
const PASSWORD = 'a good long password'
const PAGE = '/desk/settings/sign-in'

const ids: Record<string, string> = {}
const cookies: Record<string, string> = {}

beforeAll(async () => {
	for (const role of ['owner', 'editor'] as const) {
		const account = { name: `An ${role}`, email: `${role}@example.org`, password: PASSWORD, role }
		ids[role] = (await addPerson(account)).id
		cookies[role] = `${SESSION_COOKIE}=${(await signIn(account.email, PASSWORD)).token}`
	}
	// The owner has a second factor from the beginning, and keeps the desk.
	await addAuthenticator(viewerOf('owner'))
})

const viewerOf = (role: 'owner' | 'editor') => ({
	person: { id: ids[role] ?? '', name: `An ${role}`, email: `${role}@example.org`, role },
	readerId: null,
})

const show = (role: string, path: string) =>
	sendRequest(server.address + path, { headers: { Cookie: cookies[role] ?? '', Accept: 'text/html' } })

const changeRule = (changes: Record<string, string>) =>
	sendDeskForm(server.address + PAGE, {
		form: 'sign-in-rule',
		changes,
		button: ['', ''],
		cookie: cookies.owner ?? '',
	})

test('without scripts a desk form confirms the password and keeps its values', async () => {
	await write((tx) => tx.update(sessions).set({ confirmedAt: new Date(0) }))
	const asked = await changeRule({ staffMustUse: 'second factor' })
	expect(asked.text).toContain('name="confirmPassword"')
	expect(asked.text).toMatch(/<option[^>]*value="second factor"[^>]*selected=""/)
	expect(await signInRule()).toBe('nothing')
	const wrong = await changeRule({ staffMustUse: 'second factor', confirmPassword: 'not the password' })
	expect(wrong.text).toContain('The password is not right.')
	expect(wrong.text).toContain('name="confirmPassword"')
	expect(wrong.text).not.toContain('not the password')
	expect(await signInRule()).toBe('nothing')
	const done = await changeRule({ staffMustUse: 'second factor', confirmPassword: PASSWORD })
	expect([done.status, done.headers.location]).toEqual([303, `${PAGE}?done=saved`])
	expect(await signInRule()).toBe('second factor')
	expect((await changeRule({ staffMustUse: 'second factor' })).status).toBe(303)
})

test('staff without a required second factor are redirected to add one', async () => {
	const led = '/account?done=factor-needed#factors'
	for (const path of ['/desk', '/desk/stories/new', '/desk/photographs'])
		expect((await show('editor', path)).headers.location).toBe(led)
	expect((await show('editor', '/desk/photographs/find')).status).toBe(403)
	expect((await show('editor', '/account?done=factor-needed')).text).toContain('The desk opens once')
	expect((await show('owner', PAGE)).text).toMatch(/An editor.*has none/)
	await addAuthenticator(viewerOf('editor'))
	expect((await show('editor', '/desk/stories/new')).status).toBe(200)
})

test('the owner resets lost factors, which closes the desk again', async () => {
	const page = await show('owner', PAGE)
	const forms = [...page.text.matchAll(/id="(factors-\d+)"[\s\S]*?value="([\w-]{36})"/g)]
	const form = forms.find(([, , person]) => person === ids.editor)?.[1] ?? ''
	const reset = await sendDeskForm(server.address + PAGE, {
		form,
		button: ['', ''],
		cookie: cookies.owner ?? '',
	})
	expect(reset.headers.location).toBe(`${PAGE}?done=factorsReset`)
	expect((await show('editor', '/desk/stories/new')).status).toBe(307)
	const actions = (await readDb().select().from(auditEvents)).map(({ action, detail }) => ({
		action,
		detail,
	}))
	expect(actions.at(-1)).toEqual({ action: 'reset factors', detail: null })
	expect(actions).toContainEqual({
		action: 'change sign-in rule',
		detail: { from: { rule: 'nothing' }, to: { rule: 'second factor' } },
	})
})
