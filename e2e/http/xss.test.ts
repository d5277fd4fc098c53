import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendAccessibilityMessage } from '@/domain/accessibility-messages'
import { NAME_LENGTH_MAX } from '@/domain/people'
import { changeSettings } from '@/domain/settings'
import { RESPECTED_MAX } from '@/lib/comment-lists'
import { eventually } from '@/lib/testing'
import { type ReceivedMail, startMailbox } from '../support/mailbox'
import { createStaff } from '../support/stories'
import { joined, type XssPayload, xssPayloads } from '../support/xss-payloads'
import { withServer } from './in-process-server'
import { accountForms, addProviderAccounts, lookAtOwnData, unescapedOwnData } from './xss-accounts'
import { inspectDocument, openViewer, openXssBrowser, submit, submitFile } from './xss-browser'
import { echoedHeaders, expectPlainFiles, lookAtFeeds } from './xss-files'
import { expectPlainMail, expectQuoted, INJECTED_MAIL, mailPayloads } from './xss-mails'
import { ALL_PAYLOADS, beginXssRun, isOfPart, SEED } from './xss-part'
import { lookAtPlanted, plantPayloads } from './xss-planted'
import { addOwner, type Cookie, fillXssSite, postPayloads, short, type XssSite } from './xss-site'
import {
	addressVisits,
	previewForm,
	refusedForms,
	type SentForm,
	storedVisits,
	underPolicy,
	type Visit,
	WAITING,
} from './xss-surfaces'
import { type Csp, type Job, xssTabs } from './xss-tabs'

const server = withServer()

/** Payloads that are shown unescaped. */
const PLANTED = 80
/** Names at providers, each of a sign-in. */
const PROVIDER_MAX = 60
/** Characters of a field that is refused; four such fields are within the limit of a form. */
const FIELD_MAX = 4_000
const POLICIES = ['on', 'off'] as const
beginXssRun()

const partOf = (payloads: XssPayload[]): XssPayload[] => payloads.filter((_, at) => isOfPart(at))
const bodies = partOf(xssPayloads(ALL_PAYLOADS, { seed: SEED }))
const NAMES = { lengthMax: NAME_LENGTH_MAX, seed: SEED }
const names = partOf(xssPayloads(ALL_PAYLOADS, { ...NAMES, first: ALL_PAYLOADS + 1 }))
const providerNames = partOf(
	xssPayloads(Math.min(ALL_PAYLOADS, PROVIDER_MAX), { ...NAMES, first: 2 * ALL_PAYLOADS + 1 }),
)

let browser: Browser
let owner: Cookie
let site: XssSite
let providerAccounts: Cookie[]

beforeAll(async () => {
	browser = await openXssBrowser()
	owner = await addOwner()
})
afterAll(() => browser.close())

const { note, inTabs, visitAll, forget, missing, counted } = xssTabs(() => ({
	...{ browser, owner, address: server.address },
}))

const of = (csp: Csp, visits: Visit[]): Visit[] => (csp === 'on' ? underPolicy(visits) : visits)
const idsOf = (payloads: XssPayload[]): number[] => payloads.map(({ id }) => id)

test('the payloads run in a site that does not escape them, unless its policy stops them', async () => {
	// Of all the grammar: a sample might hold few that run in this browser.
	const shownRaw = xssPayloads(PLANTED)
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
	for (const csp of POLICIES) expect(await visitAll(csp, of(csp, WAITING)), `policy ${csp}`).toEqual([])
	expect(missing('desk queue', [...idsOf(bodies), ...idsOf(names)])).toEqual([])
	site = await fillXssSite({ bodies, names }, stories)
	providerAccounts = await addProviderAccounts(server.address, providerNames)
})

const ALL = [...idsOf(bodies), ...idsOf(names)]
const SHORT = idsOf(short(bodies))
const SHORT_SURFACES = 'desk report|receipt|own comment|edit|decision|desk messages|own comments'.split('|')
const LISTED_NAMES = idsOf(names.slice(0, RESPECTED_MAX))
/** Of the texts, lists show the beginnings without quotations. */
const LISTED_BODIES = idsOf(bodies.slice(0, RESPECTED_MAX))

/** Payloads that each surface shows. */
const SHOWN: Record<string, number[]> = {
	...{ thread: ALL, 'desk list': ALL, 'desk reports': ALL },
	'desk people': [...idsOf(names), ...idsOf(providerNames)],
	...Object.fromEntries(SHORT_SURFACES.map((surface) => [surface, SHORT])),
	...{ 'own votes': LISTED_NAMES, ignored: LISTED_NAMES },
	...{ 'latest comments': LISTED_NAMES, 'respected comments': LISTED_NAMES },
}
/** Surfaces of a sample. */
const SHOWN_IN_PART = [
	...['account', 'account in a story', 'history of a person', 'comment alone', 'report form', 'front page'],
	...['linked comment', 'photographs', 'photograph', 'desk person', 'sign-in link', 'provider account'],
]
const ANY = [...ALL, ...idsOf(providerNames)]

const providerVisits = (): Visit[] =>
	providerAccounts.slice(0, 2).map((viewer) => ({ surface: 'provider account', path: '/account', viewer }))

test.each(POLICIES)('stored payloads do not run in any page that shows them, policy %s', async (csp) => {
	forget()
	expect(await visitAll(csp, of(csp, [...storedVisits(site), ...providerVisits()]))).toEqual([])
	console.log(counted())
	if (csp === 'on') return
	for (const [surface, ids] of Object.entries(SHOWN))
		expect([surface, missing(surface, ids)]).toEqual([surface, []])
	for (const list of ['latest comments', 'respected comments'])
		expect(missing(list, LISTED_BODIES).length).toBeLessThan(LISTED_BODIES.length / 2)
	for (const surface of SHOWN_IN_PART)
		expect([surface, missing(surface, ANY).length < ANY.length]).toEqual([surface, true])
})

test.each(POLICIES)('payloads in addresses do not run, policy %s', async (csp) => {
	forget()
	expect(await visitAll(csp, of(csp, addressVisits(site, bodies)))).toEqual([])
	if (csp === 'off') expect(missing('search', idsOf(short(bodies, 190)))).toEqual([])
	console.log(counted())
})

const sent =
	({ surface, action, fields }: SentForm): Job =>
	async (page) => {
		// A page of the site, which sends the form.
		if (!page.url().startsWith(server.address)) await page.goto(`${server.address}/transparency`)
		return note(surface, await submit(page, server.address + action, fields))
	}

test.each(POLICIES)('payloads in forms that are shown again do not run, policy %s', async (csp) => {
	forget()
	// Without a mail server there is no form for a link.
	vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
	const forms = [
		...site.texts.map((text) => previewForm(site, text)),
		...joined(short(bodies), FIELD_MAX).flatMap((text) => refusedForms(site, text)),
	]
	expect(await inTabs(csp, forms.map(sent))).toEqual([])
	const [account] = site.accounts
	const own = joined(short(bodies), FIELD_MAX).flatMap((text) => accountForms(site.stories[0], text))
	if (csp === 'off') expect(await inTabs(csp, own.map(sent), account?.cookie)).toEqual([])
	vi.unstubAllEnvs()
	for (const form of ['comment', 'sign-up', 'password link', 'report', 'message'])
		expect([form, missing(`refused ${form}`, SHORT)]).toEqual([form, []])
	expect(missing('preview', SHORT)).toEqual([])
	console.log(counted())
})

test('feeds of comments are well-formed, and their texts run nothing', async () => {
	forget()
	const job: Job = async (page) =>
		(await lookAtFeeds(page, server.address, site)).flatMap((looked) => note(looked.surface, looked))
	expect(await inTabs('off', [job], undefined, 1)).toEqual([])
	expect(missing('feeds', ALL)).toEqual([])
	expect(missing('list feeds', LISTED_BODIES).length).toBeLessThan(LISTED_BODIES.length)
	await expectPlainFiles(server.address, site, owner)
})

test('the downloaded data of an account runs nothing; unescaped it would', async () => {
	forget()
	const accounts = site.accounts.map(({ cookie }) => cookie)
	const jobs = [...accounts, ...providerAccounts].map(
		(cookie): Job =>
			async (page) =>
				note('own data', await lookAtOwnData(page, server.address, cookie)),
	)
	expect(await inTabs('off', jobs)).toEqual([])
	expect(missing('own data', [...SHORT, ...idsOf(providerNames)])).toEqual([])
	const html = await unescapedOwnData(server.address, accounts[0] as Cookie)
	const control: Job = async (page) => {
		await page.goto('about:blank')
		await page.setContent(html)
		return (await page.evaluate(inspectDocument)).faults
	}
	expect((await inTabs('off', [control], undefined, 1)).length).toBeGreaterThan(0)
})

test('names of uploaded files run nothing at the desk', async () => {
	forget()
	const jobs = joined(short(names), 1_000, ' ').map(
		(name): Job =>
			async (page) =>
				note('file names', await submitFile(page, `${server.address}/desk/photographs`, name)),
	)
	expect(await inTabs('off', jobs, owner)).toEqual([])
	expect(missing('file names', idsOf(short(names)))).toEqual([])
})

test('mails with payloads are plain text to one recipient', async () => {
	const mails = await startMailbox()
	const admin = await createStaff('owner')
	await changeSettings(admin, { orgEmail: 'news@example.org' })
	const recipients = await mailPayloads(names, bodies)
	expect(mails).toHaveLength(recipients.length)
	const sentTo = new Map(mails.map((mail) => [mail.to[0], mail]))
	for (const recipient of recipients) expectPlainMail(sentTo.get(recipient) as ReceivedMail, recipient)
	expectQuoted(mails, bodies)
	expect(() => expectPlainMail(INJECTED_MAIL, 'ada@example.org')).toThrow('Bcc')
	const received = mails.splice(0).length
	for (const text of site.texts) await sendAccessibilityMessage({ text, page: text.slice(0, 480), email: '' })
	await eventually(() => expect(mails).toHaveLength(site.texts.length))
	for (const mail of mails) expectPlainMail(mail, 'news@example.org')
	console.log(`${received + mails.length} mails`)
})

test('no answer holds a header or cookie of its request', async () => {
	expect(await echoedHeaders(server.address, bodies)).toEqual([])
})
