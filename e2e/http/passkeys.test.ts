import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { auditEvents, passkeys } from '@/db/schema'
import { addPerson } from '@/domain/people'
import { signIn } from '@/domain/sessions'
import { SESSION_COOKIE } from '@/lib/cookies'
import { requireBrowser } from '@/scripts/browser.mjs'
import { sendRequest } from '../support/http-client'
import { withServer } from './in-process-server'

const server = withServer()
const ACCOUNT = {
	name: 'Ada Byron',
	email: 'ada@example.org',
	password: 'a good long password',
	role: 'editor',
} as const

let site: string
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
	// WebAuthn accepts localhost as a host, and no IP address.
	site = `http://localhost:${new URL(server.address).port}`
	process.env.SITE_URL = site
	await addPerson(ACCOUNT)
	browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox'] })
	context = await browser.newContext()
	page = await context.newPage()
	const session = await context.newCDPSession(page)
	await session.send('WebAuthn.enable')
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	})
})
afterAll(() => browser.close())

async function signInByPassword(): Promise<void> {
	const { token } = await signIn(ACCOUNT.email, ACCOUNT.password)
	await context.addCookies([{ name: SESSION_COOKIE, value: token, url: site }])
}

/** Runs the dialog of the browser for a sign-in, and returns the request of the script without sending it. */
async function assertion(): Promise<Record<string, string>> {
	const sent = page.waitForRequest(`${site}/session/passkey`)
	await page.route('**/session/passkey', (route) => route.abort())
	await page.goto(`${site}/sign-in`)
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
	const body = (await sent).postDataJSON() as Record<string, string>
	await page.getByText('could not be reached').waitFor()
	await page.unroute('**/session/passkey')
	return body
}

const send = (path: string, fields: Record<string, string>, origin = site) =>
	sendRequest(server.address + path, {
		method: 'POST',
		headers: {
			'Content-Type': 'application/json',
			Accept: 'application/json',
			Host: new URL(site).host,
			Origin: origin,
		},
		body: JSON.stringify(fields),
	})

test('a passkey is registered under a name, with recovery codes', async () => {
	await signInByPassword()
	await page.goto(`${site}/account`)
	await page.getByLabel('Name of the passkey').fill('Ada’s laptop')
	await page.getByRole('button', { name: 'Add a passkey' }).click()
	await page.waitForURL('**/account/recovery-codes')
	expect(
		await page
			.getByRole('listitem')
			.filter({ has: page.locator('code') })
			.count(),
	).toBe(10)
	await page.getByRole('button', { name: 'I have kept them' }).click()
	await page.waitForURL('**/account?done=codes-kept**')
	expect(await page.locator('#factors').innerText()).toContain('Ada’s laptop')
	const [row] = await readDb().select().from(passkeys)
	expect(row).toMatchObject({ name: 'Ada’s laptop', transports: ['internal'], lastUsedAt: null })
})

test('a passkey signs in without an e-mail address, as both factors', async () => {
	await context.clearCookies()
	await page.goto(`${site}/sign-in?next=/desk`)
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
	await page.waitForURL(`${site}/desk`)
	const { lastUsedAt, counter } = (await readDb().select().from(passkeys))[0] ?? {}
	expect(lastUsedAt).not.toBeNull()
	expect(counter).toBeGreaterThan(0)
})

test('after the password, a passkey or a recovery code is required', async () => {
	await context.clearCookies()
	await page.goto(`${site}/sign-in?next=/account`)
	await page.getByLabel('E-mail').fill(ACCOUNT.email)
	await page.getByLabel('Password').fill(ACCOUNT.password)
	await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
	await page.waitForURL('**/sign-in/code**')
	expect(await page.getByLabel('Recovery code').count()).toBe(1)
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
	await page.waitForURL(`${site}/account`)
})

test('a response needs its own site, a rising counter and first use', async () => {
	await context.clearCookies()
	const given = await assertion()
	expect((await send('/session/passkey', given, 'https://evil.test')).status).toBe(403)
	const { token: other = '' } = JSON.parse((await send('/session/passkey/options', {})).text)
	expect((await send('/session/passkey', { ...given, token: other })).status).toBe(401)
	const [accepted, again] = [await send('/session/passkey', given), await send('/session/passkey', given)]
	expect([accepted.status, again.status]).toEqual([200, 410])
	expect(again.cookies).toEqual([])
	const late = await assertion()
	await write((tx) => tx.update(passkeys).set({ counter: 1_000_000 }))
	const refused = await send('/session/passkey', late)
	expect([refused.status, refused.cookies]).toEqual([401, []])
	await write((tx) => tx.update(passkeys).set({ counter: 1 }))
	for (const response of ['', '[]', '{}', '{"id":"x"}', 'null']) {
		const { token = '' } = JSON.parse((await send('/session/passkey/options', {})).text)
		expect((await send('/session/passkey', { token, response })).status).toBe(401)
	}
})

test('a passkey is renamed and removed; a removed one is refused', async () => {
	await context.clearCookies()
	await page.goto(`${site}/sign-in?next=/account`)
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
	await page.waitForURL(`${site}/account`)
	const change = async (button: string) => {
		await page.getByText('Change', { exact: true }).click()
		if (button === 'Rename') await page.getByLabel('Name', { exact: true }).fill('The old laptop')
		await page.getByRole('button', { name: button }).first().click()
	}
	await change('Rename')
	await page.waitForURL('**/account?done=passkey-renamed**')
	expect(await page.locator('#factors').innerText()).toContain('The old laptop')
	await page.getByText('Change', { exact: true }).click()
	await page.locator('button[value="remove"]').click()
	await page.waitForURL('**/account?done=factor-removed**')
	expect(await readDb().select().from(passkeys)).toEqual([])
	expect(await readDb().select().from(auditEvents)).toContainEqual(
		expect.objectContaining({ action: 'remove passkey', detail: { name: 'The old laptop' } }),
	)
	await context.clearCookies()
	await page.goto(`${site}/sign-in`)
	await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
	await page.getByText('This passkey could not be verified').waitFor()
})

test('the button needs scripts and a host name, not an IP address', async () => {
	const plain = await browser.newPage({ javaScriptEnabled: false })
	await plain.goto(`${site}/sign-in`)
	expect(await plain.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
	await plain.close()
	process.env.SITE_URL = server.address
	expect((await sendRequest(`${server.address}/sign-in`)).text).not.toContain('data-passkey')
	process.env.SITE_URL = site
})
