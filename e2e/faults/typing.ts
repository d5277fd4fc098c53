import { join } from 'node:path'
import type { Page } from 'playwright'
import { SESSION_COOKIE } from '@/lib/cookies'
import type { ServerProcess } from '../support/server-process'
import { makeSite, OWNER, startSite } from './site'
import { control, finding, type Trial } from './trial'
import { crash, TypingBrowser } from './typing-browser'

/** Minimum age, at a kill, of typed text that has to survive it. */
const KEPT_AFTER_MS = 3_000
const TYPING_MS_MIN = 3_600
const TYPING_MS_SPREAD = 2_400
/** Duration of typing after the loss of the network or the server. */
const GOES_ON_MS = 1_500
/** In some rounds the typing stops for this long, so that the text is sent to the server as well. */
const PAUSE_MS = 1_300
const FOUND_MS_MAX = 20_000
const REPORTED_EVERY = 20

const KINDS = ['tab', 'network', 'browser', 'server'] as const
type Kind = (typeof KINDS)[number]
type Word = { text: string; at: number }
type Site = { dataDir: string; port: number; server: ServerProcess }

/** Kills the tab, the network, the browser and the server while a machine types, and reopens the story. */
export const typing: Trial = {
	title: 'tabs, networks, browsers and servers killed while a machine types a story',
	count: 200,
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		await makeSite(dataDir)
		const site: Site = { dataDir, port, server: await startSite(dataDir, port) }
		const cookie = { name: SESSION_COOKIE, value: await sessionOf(site.server.url), url: site.server.url }
		const browser = new TypingBrowser(join(folder, 'profile'), cookie)
		const forgetful = new TypingBrowser(join(folder, 'forgetful'), cookie, true)
		const lost = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
		const rounds = { ...lost }
		let words = 0
		try {
			for (let round = 0; round < count; round += 1) {
				const kind = KINDS[round % KINDS.length] as Kind
				const result = await roundOf(site, browser, { kind, round })
				rounds[kind] += 1
				words += result.words
				if (result.missing.length > 0) lost[kind] += 1
				if ((round + 1) % REPORTED_EVERY === 0)
					console.log(
						`  ${round + 1} kills, ${words} words looked for, lost in rounds: ${JSON.stringify(lost)}`,
					)
				for (const text of result.missing.slice(0, 3)) console.log(`  ${kind} ${round}: ${text} is missing`)
			}
			const { missing } = await roundOf(site, forgetful, { kind: 'tab', round: 1 })
			return [
				...KINDS.map((kind) =>
					finding(`rounds with lost words of ${rounds[kind]} killed by ${kind}`, lost[kind], 0),
				),
				control('words typed and looked for', words),
				control('words missing without autosaves and device copies', missing.length),
			]
		} finally {
			await browser.kill()
			await forgetful.kill()
			await site.server.close()
		}
	},
}

async function sessionOf(url: string): Promise<string> {
	const { email, password } = OWNER
	const answer = await fetch(`${url}/session`, {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: url },
		body: new URLSearchParams({ email, password }),
	})
	const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(`${SESSION_COOKIE}=`))
	const value = cookie?.slice(SESSION_COOKIE.length + 1).split(';')[0]
	if (!value) throw new Error(`Sign-in was answered ${answer.status}.`)
	return decodeURIComponent(value)
}

type Round = { kind: Kind; round: number }

/** One kill. @returns the words that had to survive it, and those that did not */
async function roundOf(
	site: Site,
	browser: TypingBrowser,
	{ kind, round }: Round,
): Promise<{ words: number; missing: string[] }> {
	// Every fifth text is of a story without a first save.
	const isNew = round % 5 === 4
	const path = isNew ? '/desk/stories/new' : `/desk/stories/${1 + (round % 12)}`
	const page = await browser.open(path)
	const surface = page.getByRole('textbox', { name: 'Text of the story' })
	await surface.click()
	await page.keyboard.press('Control+End')
	await page.keyboard.press('Enter')
	const words: Word[] = []
	const typeFor = async (ms: number) => {
		for (const end = Date.now() + ms; Date.now() < end; ) {
			const text = `r${round}w${words.length}`
			await page.keyboard.type(`${text} `)
			words.push({ text, at: Date.now() })
		}
	}
	await typeFor((TYPING_MS_MIN + Math.random() * TYPING_MS_SPREAD) / 2)
	if (round % 3 === 0) await page.waitForTimeout(PAUSE_MS)
	await typeFor((TYPING_MS_MIN + Math.random() * TYPING_MS_SPREAD) / 2)
	const killedAt = await kill(site, browser, { kind, round, page, typeFor })
	const wanted = words.filter(({ at }) => at < killedAt - KEPT_AFTER_MS).map(({ text }) => text)
	const again = await browser.open(path)
	const missing = await takeUp(again, wanted)
	if (missing.length === 0) await save(again, isNew)
	await again.close()
	return { words: wanted.length, missing }
}

type Victim = Round & { page: Page; typeFor: (ms: number) => Promise<void> }

/** @returns the time of the last kill, in ms since 1970 */
async function kill(
	site: Site,
	browser: TypingBrowser,
	{ kind, round, page, typeFor }: Victim,
): Promise<number> {
	switch (kind) {
		case 'tab': {
			const at = Date.now()
			// Closed, or crashed without the events of a page that is closed.
			if (round % 8 === 0) await page.close()
			else await crash(page)
			return at
		}
		case 'network': {
			await page.context().setOffline(true)
			await typeFor(GOES_ON_MS)
			const at = Date.now()
			await crash(page)
			await browser.context.setOffline(false)
			return at
		}
		case 'browser': {
			const at = Date.now()
			await browser.kill()
			return at
		}
		case 'server': {
			const gone = new Promise((resolve) => site.server.child.once('exit', resolve))
			site.server.child.kill('SIGKILL')
			await gone
			await typeFor(GOES_ON_MS)
			const at = Date.now()
			await crash(page)
			site.server = await startSite(site.dataDir, site.port)
			return at
		}
	}
}

/** Takes the kept text up. @returns the wanted words that the editor does not have then */
async function takeUp(page: Page, wanted: string[]): Promise<string[]> {
	const kept = page.getByRole('region', { name: 'Text not saved' }).first()
	const isOffered = await kept
		.waitFor({ timeout: FOUND_MS_MAX })
		.then(() => true)
		.catch(() => false)
	if (!isOffered) return wanted
	await kept.getByText('Take it up').click()
	const surface = page.getByRole('textbox', { name: 'Text of the story' })
	let missing = wanted
	for (const end = Date.now() + FOUND_MS_MAX; missing.length > 0 && Date.now() < end; ) {
		const shown = new Set((await surface.innerText().catch(() => '')).split(/\s+/))
		missing = wanted.filter((text) => !shown.has(text))
		if (missing.length > 0) await page.waitForTimeout(100)
	}
	return missing
}

async function save(page: Page, isNew: boolean): Promise<void> {
	if (isNew) await page.getByLabel('Headline').fill('Typed by a machine')
	await page.keyboard.press('Control+s')
	if (isNew) await page.waitForURL(/\/desk\/stories\/\d+/)
	else await page.getByText(/^Saved \d\d:\d\d by /).waitFor()
}
