import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { requireBrowser } from '@/scripts/browser.mjs'

/** A browser with a profile on disk, which survives its process; its pages may be killed singly. */
export class TypingBrowser {
	readonly #profile: string
	readonly #cookie: { name: string; value: string; url: string }
	readonly #withoutStorage: boolean
	#child: ChildProcess | null = null
	#browser: Browser | null = null

	constructor(profile: string, cookie: { name: string; value: string; url: string }, withoutStorage = false) {
		this.#profile = profile
		this.#cookie = cookie
		this.#withoutStorage = withoutStorage
	}

	get context(): BrowserContext {
		const context = this.#browser?.contexts()[0]
		if (!context) throw new Error('The browser is not open.')
		return context
	}

	/** Opens a page, with a new process after a kill. */
	async open(path: string): Promise<Page> {
		if (!this.#browser?.isConnected()) await this.#launch()
		const page = await this.context.newPage()
		page.on('dialog', (dialog) => void dialog.accept().catch(() => {}))
		await page.goto(new URL(path, this.#cookie.url).href)
		await page.getByRole('toolbar', { name: 'Format' }).waitFor()
		return page
	}

	async #launch(): Promise<void> {
		mkdirSync(this.#profile, { recursive: true })
		const child = spawn(
			requireBrowser(),
			[
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--disable-background-networking',
				`--user-data-dir=${this.#profile}`,
				'--remote-debugging-port=0',
				'about:blank',
			],
			{ stdio: ['ignore', 'ignore', 'pipe'], detached: true },
		)
		this.#child = child
		this.#browser = await chromium.connectOverCDP(await debuggerOf(child))
		await this.context.addCookies([{ ...this.#cookie, sameSite: 'Lax', httpOnly: true }])
		if (this.#withoutStorage)
			await this.context.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined })")
		if (this.#withoutStorage) await this.context.route('**/desk/stories/autosave', (route) => route.abort())
	}

	/** Kills all processes of the browser at once. */
	async kill(): Promise<void> {
		const child = this.#child
		if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
		const gone = new Promise((resolve) => child.once('exit', resolve))
		process.kill(-child.pid, 'SIGKILL')
		await gone
		await this.#browser?.close().catch(() => {})
	}
}

function debuggerOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = ''
		child.stderr?.on('data', (chunk) => {
			output += chunk
			const found = /DevTools listening on (ws:\S+)/.exec(output)
			if (found?.[1]) resolve(found[1])
		})
		child.once('exit', () => reject(new Error(`The browser did not start:\n${output}`)))
	})
}

const CRASH_MS_MAX = 3_000

/** Kills the process of a page, without the events of a page that is closed. */
export async function crash(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page)
	const crashed = page.waitForEvent('crash', { timeout: CRASH_MS_MAX }).catch(() => {})
	void devtools.send('Page.crash').catch(() => {})
	await crashed
	await Promise.race([page.close().catch(() => {}), new Promise((done) => setTimeout(done, CRASH_MS_MAX))])
}
