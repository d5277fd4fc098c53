import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendAccessibilityMessage } from '@/domain/accessibility-messages'
import { mailReceipt } from '@/domain/notices/mails'
import { NAME_LENGTH_MAX } from '@/domain/people'
import { changeSettings } from '@/domain/settings'
import { eventually } from '@/lib/testing'
import { type ReceivedMail, startMailbox } from '../support/mailbox'
import { createStaff } from '../support/stories'
import { joined, type XssPayload, xssPayloads } from '../support/xss-payloads'
import { withServer } from './in-process-server'
import { type Looked, look, openViewer, openXssBrowser, submit } from './xss-browser'
import { echoedHeaders, expectPlainFiles, expectPlainMail, lookAtFeeds } from './xss-files'
import { lookAtPlanted, plantPayloads } from './xss-planted'
import { addOwner, type Cookie, fillXssSite, postPayloads, short, type XssSite } from './xss-site'
import { addressVisits, previewForm, refusedForms, storedVisits, type Visit, WAITING } from './xss-surfaces'

const server = withServer()

/** Payloads of each kind of field, and the part of them in this run; for all: `XSS_PAYLOADS=3000`, `XSS_PART=1/3`. */
const ALL_PAYLOADS = Number(process.env.XSS_PAYLOADS ?? 12)
const [PART = 1, PARTS = 1] = (process.env.XSS_PART ?? '1/1').split('/').map(Number)
const TABS = 3
/** Payloads that are shown unescaped. */
const PLANTED_MAX = 200
/** Characters of a field that is refused. */
const FIELD_MAX = 20_000
const POLICIES = ['on', 'off'] as const
type Csp = (typeof POLICIES)[number]

const partOf = (payloads: XssPayload[]): XssPayload[] => payloads.filter((_, at) => at % PARTS === PART - 1)
const bodies = partOf(xssPayloads(ALL_PAYLOADS))
const names = partOf(xssPayloads(ALL_PAYLOADS, { first: ALL_PAYLOADS + 1, lengthMax: NAME_LENGTH_MAX }))

let browser: Browser
let owner: Cookie
let site: XssSite

beforeAll(async () => {
	browser = await openXssBrowser()
	owner = await addOwner()
})
afterAll(() => browser.close())

/** Marks of the payloads that each surface showed. */
const shown = new Map<string, Set<number>>()
let looks = 0

function note(surface: string, { faults, marks }: Looked): string[] {
	looks += 1
	const seen = shown.get(surface) ?? new Set()
	shown.set(surface, seen)
	for (const mark of marks) seen.add(mark)
	return faults.map((fault) => `${surface}: ${fault}`)
}

const idsOf = (payloads: XssPayload[]): number[] => payloads.map(({ id }) => id)

/** Payloads that a surface has not shown. */
const missing = (surface: string, ids: number[]): number[] => ids.filter((id) => !shown.get(surface)?.has(id))

type Job = (page: Page) => Promise<string[]>

/** Runs jobs in tabs of one window, and returns what their pages and the window report. */
async function inTabs(csp: Csp, jobs: Job[], cookie?: Cookie, tabs = TABS): Promise<string[]> {
	const viewer = await openViewer(browser, { site: server.address, csp, cookie })
	const faults: string[] = []
	const rest = [...jobs]
	const tab = async (): Promise<void> => {
		const page = await viewer.context.newPage()
		page.on('pageerror', ({ message }) => faults.push(`error: ${message}`))
		for (let job = rest.shift(); job; job = rest.shift()) faults.push(...(await job(page)))
	}
	await Promise.all(Array.from({ length: tabs }, tab))
	await viewer.context.close()
	return [
		...faults,
		...[...viewer.ran].map((id) => `payload ${id} ran`),
		...viewer.stopped.map((directive) => `the policy stopped a ${directive}`),
		...viewer.asked.map((url) => `request to ${url}`),
	]
}

async function visit(page: Page, { surface, path, isList }: Visit): Promise<string[]> {
	const faults: string[] = []
	for (let url: string | null = server.address + path; url; ) {
		const looked: Looked = await look(page, url)
		if (looked.status >= 500) faults.push(`${surface}: ${looked.status} of ${url}`)
		faults.push(...note(surface, looked))
		url = isList ? looked.next : null
	}
	return faults
}

async function visitAll(csp: Csp, visits: Visit[]): Promise<string[]> {
	const jobsOf = (viewer: Visit['viewer']): Job[] =>
		visits.filter((each) => each.viewer === viewer).map((each) => (page) => visit(page, each))
	const others = visits.filter(({ viewer }) => typeof viewer !== 'string')
	const withCookies = others.map(
		(each): Job =>
			async (page) => {
				await page.context().clearCookies()
				await page.context().addCookies([{ ...(each.viewer as Cookie), url: server.address }])
				return visit(page, each)
			},
	)
	return [
		...(await inTabs(csp, jobsOf('reader'))),
		...(await inTabs(csp, jobsOf('owner'), owner)),
		...(await inTabs(csp, withCookies, undefined, 1)),
	]
}

test('the payloads run in a site that does not escape them, unless its policy stops them', async () => {
	const shownRaw = bodies.slice(0, PLANTED_MAX)
	const planted = await plantPayloads(shownRaw)
	const outcomes = []
	for (const csp of POLICIES) {
		const viewer = await openViewer(browser, { site: planted.address, csp })
		const faults = await lookAtPlanted(await viewer.context.newPage(), planted)
		await viewer.context.close()
		outcomes.push({ csp, ran: viewer.ran, stopped: viewer.stopped.length, faults: faults.length })
	}
	planted.close()
	const [on, off] = outcomes
	const number = shownRaw.length
	console.log(`Unescaped, ${off?.ran.size} of ${number} payloads run; ${off?.faults} faults are reported.`)
	expect(off?.ran.size).toBeGreaterThan(number / 4)
	expect(off?.faults).toBeGreaterThan(number / 2)
	expect([...(on?.ran ?? [])]).toEqual([])
	expect(on?.stopped).toBeGreaterThan(number / 3)
})

test('payloads in waiting comments do not run at the desk', async () => {
	const stories = await postPayloads(server.address, { bodies, names })
	for (const csp of POLICIES) expect(await visitAll(csp, WAITING), `policy ${csp}`).toEqual([])
	expect(missing('desk queue', [...idsOf(bodies), ...idsOf(names)])).toEqual([])
	site = await fillXssSite({ bodies, names }, stories)
})

const ALL = [...idsOf(bodies), ...idsOf(names)]
const SHORT = idsOf(short(bodies))

test.each(POLICIES)('stored payloads do not run in any page that shows them, policy %s', async (csp) => {
	shown.clear()
	expect(await visitAll(csp, storedVisits(site))).toEqual([])
	for (const surface of ['thread', 'desk list', 'desk reports'])
		expect([surface, missing(surface, ALL)]).toEqual([surface, []])
	for (const surface of ['desk people'])
		expect([surface, missing(surface, idsOf(names))]).toEqual([surface, []])
	for (const surface of ['desk report', 'receipt', 'own comment', 'edit', 'decision', 'desk messages'])
		expect([surface, missing(surface, SHORT)]).toEqual([surface, []])
	for (const surface of [
		'account',
		'account in a story',
		'history of a person',
		'comment alone',
		'report form',
	])
		expect([surface, missing(surface, ALL).length < ALL.length]).toEqual([surface, true])
	console.log(counted())
})

test.each(POLICIES)('payloads in addresses do not run, policy %s', async (csp) => {
	shown.clear()
	expect(await visitAll(csp, addressVisits(site, bodies))).toEqual([])
	expect(missing('search', idsOf(short(bodies, 190)))).toEqual([])
	console.log(counted())
})

test.each(POLICIES)('payloads in forms that are shown again do not run, policy %s', async (csp) => {
	shown.clear()
	// Without a mail server there is no form for a link.
	vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
	const forms = [
		...site.texts.map((text) => previewForm(site, text)),
		...joined(short(bodies), FIELD_MAX).flatMap((text) => refusedForms(site, text)),
	]
	const jobs = forms.map(
		({ surface, action, fields }): Job =>
			async (page) => {
				// A page of the site, which sends the form.
				if (!page.url().startsWith(server.address)) await page.goto(`${server.address}/transparency`)
				return note(surface, await submit(page, server.address + action, fields))
			},
	)
	expect(await inTabs(csp, jobs)).toEqual([])
	vi.unstubAllEnvs()
	for (const form of ['comment', 'sign-up', 'password link', 'report', 'message'])
		expect([form, missing(`refused ${form}`, SHORT)]).toEqual([form, []])
	expect(missing('preview', SHORT)).toEqual([])
	console.log(counted())
})

test('feeds of comments are well-formed, and their texts run nothing', async () => {
	shown.clear()
	const job: Job = async (page) =>
		(await lookAtFeeds(page, server.address, site)).flatMap((looked) => note('feeds', looked))
	expect(await inTabs('off', [job], undefined, 1)).toEqual([])
	expect(missing('feeds', ALL)).toEqual([])
	await expectPlainFiles(server.address, site, owner)
})

test('mails with payloads are plain text to one recipient', async () => {
	const mails = await startMailbox()
	const admin = await createStaff('owner')
	await changeSettings(admin, { orgEmail: 'news@example.org' })
	for (const { id } of names)
		await mailReceipt(`reporter${id}@example.org`, { id, token: 'a-token' })
	expect(mails).toHaveLength(names.length)
	for (const [at, { id }] of names.entries())
		expectPlainMail(mails[at] as ReceivedMail, `reporter${id}@example.org`)
	const received = mails.splice(0).length
	for (const text of site.texts) await sendAccessibilityMessage({ text, page: text.slice(0, 480), email: '' })
	await eventually(() => expect(mails).toHaveLength(site.texts.length))
	for (const mail of mails) expectPlainMail(mail, 'news@example.org')
	console.log(`${received + mails.length} mails`)
})

test('no answer holds a header or cookie of its request', async () => {
	expect(await echoedHeaders(server.address, bodies)).toEqual([])
})

const counted = (): string =>
	`${looks} pages so far: ${[...shown].map(([surface, { size }]) => `${surface} ${size}`).join(', ')}`
