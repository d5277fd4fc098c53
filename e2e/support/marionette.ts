import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { close } from './server-process'

export const FIREFOX = '/usr/bin/firefox-esr'

type Preferences = Record<string, boolean | number | string>
type Reply = [type: number, id: number, error: { error: string; message: string } | null, result: unknown]
type Element = Record<string, string>

/** The first start of Firefox takes half a minute on a slow machine. */
const START_MS = 120_000
const WAIT_MS = 20_000
const AGAIN_MS = 100

/** Preferences: no background requests, and an accessibility tree from the start. */
const PREFERENCES: Preferences = {
	'accessibility.force_disabled': -1,
	'app.update.enabled': false,
	'browser.aboutwelcome.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'browser.startup.page': 0,
	'datareporting.policy.dataSubmissionEnabled': false,
	'datareporting.healthreport.uploadEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'services.settings.server': 'data:,#remote-settings-dummy/v1',
	'toolkit.telemetry.reportingpolicy.firstRun': false,
	'ui.prefersReducedMotion': 1,
}

/** Debian's Firefox, driven by Marionette: length-prefixed JSON messages over TCP. */
export class Firefox {
	readonly #process: ChildProcess
	readonly #profile: string
	readonly #socket: Socket
	readonly #waiting = new Map<number, (reply: Reply) => void>()
	#received = Buffer.alloc(0)
	#lastId = 0

	private constructor(child: ChildProcess, profile: string, socket: Socket) {
		this.#process = child
		this.#profile = profile
		this.#socket = socket
		socket.on('data', (bytes) => this.#read(bytes))
	}

	static async start(preferences: Preferences, env: NodeJS.ProcessEnv): Promise<Firefox> {
		const profile = mkdtempSync(join(tmpdir(), 'square-firefox-'))
		const lines = Object.entries({ ...PREFERENCES, 'marionette.port': 0, ...preferences })
		writeFileSync(
			join(profile, 'user.js'),
			lines
				.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
				.join(''),
		)
		const child = spawn(FIREFOX, ['--marionette', '--no-remote', '--profile', profile], {
			stdio: 'ignore',
			env,
		})
		const firefox = new Firefox(child, profile, await connected(child, profile))
		await firefox.send('WebDriver:NewSession', {})
		return firefox
	}

	get pid(): number {
		return this.#process.pid as number
	}

	async close(): Promise<void> {
		this.#socket.destroy()
		await close(this.#process)
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
	}

	async send(name: string, parameters: object): Promise<unknown> {
		this.#lastId += 1
		const id = this.#lastId
		const message = JSON.stringify([0, id, name, parameters])
		const answered = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve))
		this.#socket.write(`${Buffer.byteLength(message)}:${message}`)
		const [, , error, result] = await answered
		if (error) throw new Error(`${name}: ${error.error}: ${error.message}`)
		return result
	}

	async open(url: string): Promise<void> {
		await this.send('WebDriver:Navigate', { url })
	}

	async click(selector: string): Promise<void> {
		await this.send('WebDriver:ElementClick', { id: await this.#find(selector) })
	}

	async type(selector: string, text: string): Promise<void> {
		await this.send('WebDriver:ElementSendKeys', { id: await this.#find(selector), text })
	}

	/** Runs a script in the page's window with Marionette's privileges, also where the page may run no scripts. */
	async evaluate<Result>(body: string, ...args: unknown[]): Promise<Result> {
		const parameters = { script: body, args, newSandbox: true }
		return ((await this.send('WebDriver:ExecuteScript', parameters)) as { value: Result }).value
	}

	/** The visible text of an element, as the browser lays it out. */
	async text(selector: string): Promise<string> {
		const id = await this.#find(selector)
		return ((await this.send('WebDriver:GetElementText', { id })) as { value: string }).value
	}

	/** Waits until the text of an element matches; fails with the last text. */
	async seeText(selector: string, wanted: RegExp): Promise<void> {
		let text = ''
		for (const end = Date.now() + WAIT_MS; Date.now() < end; await pause(AGAIN_MS)) {
			text = await this.text(selector).catch(String)
			if (wanted.test(text)) return
		}
		throw new Error(`${selector} never showed ${wanted}; it shows:\n${text}`)
	}

	async #find(selector: string): Promise<string> {
		const found = await this.send('WebDriver:FindElement', { using: 'css selector', value: selector })
		return Object.values((found as { value: Element }).value)[0] ?? ''
	}

	#read(bytes: Buffer): void {
		this.#received = Buffer.concat([this.#received, bytes])
		for (;;) {
			const colon = this.#received.indexOf(':')
			const length = Number(this.#received.subarray(0, Math.max(colon, 0)).toString())
			if (colon < 1 || this.#received.length < colon + 1 + length) return
			const message = JSON.parse(this.#received.subarray(colon + 1, colon + 1 + length).toString())
			this.#received = this.#received.subarray(colon + 1 + length)
			// The first message is an object; every response is a list.
			if (!Array.isArray(message)) continue
			this.#waiting.get(message[1])?.(message as Reply)
			this.#waiting.delete(message[1])
		}
	}
}

/** Firefox chooses a port and writes it into its profile. */
async function connected(child: ChildProcess, profile: string): Promise<Socket> {
	for (const end = Date.now() + START_MS; Date.now() < end; await pause(AGAIN_MS)) {
		if (child.exitCode !== null) throw new Error(`Firefox stopped with ${child.exitCode}.`)
		const socket = await tryConnect(portIn(profile))
		if (socket) return socket
	}
	child.kill('SIGKILL')
	throw new Error('Firefox did not open its Marionette port.')
}

function portIn(profile: string): number {
	try {
		return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'))
	} catch {
		return 0
	}
}

const tryConnect = (port: number): Promise<Socket | null> =>
	new Promise((resolve) => {
		if (!port) return resolve(null)
		const socket = connect(port, '127.0.0.1', () => resolve(socket)).once('error', () => resolve(null))
	})

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
