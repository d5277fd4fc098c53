/** Outcome of the last autosave. */
export type AutosaveStatus =
	| { kind: 'none' }
	| { kind: 'saved'; at: string }
	| { kind: 'unreachable' }
	| { kind: 'signed out' }
	/** Another person has taken the story over. */
	| { kind: 'taken over' }
	| { kind: 'refused'; reason: string }

type Options = {
	/** Sends the form's text to the server. */
	send: () => Promise<AutosaveStatus>
	/** Keeps a copy on the device. @returns false where the browser stores nothing */
	keep: () => Promise<boolean>
	/** Sends the text as the page is closed, without an answer. */
	sendLast: () => void
	onStatus: (status: AutosaveStatus, isKeptHere: boolean) => void
}

/** Delay of the device copy after a key, in ms; further keys do not prolong it. */
export const KEEP_AFTER_MS = 300
/** Pause after which the text is sent, in ms. */
export const IDLE_MS = 1_000
/** Longest time between two autosaves during typing, in ms: with a device copy, and without one. */
export const TYPING_MS_MAX = 10_000
export const TYPING_MS_WITHOUT_COPY = 2_000
/** Interval of attempts after a failure, in ms. */
export const RETRY_MS = 5_000
/** Time that a save waits for an autosave in flight, so that it does not arrive after it, in ms. */
const SETTLE_MS = 3_000

type Timer = ReturnType<typeof setTimeout> | undefined

/** Times the autosaves of a form and the copies on the device. */
export class Autosaver {
	readonly #options: Options
	#status: AutosaveStatus = { kind: 'none' }
	#isKeptHere = true
	/** Changes that the device, and that the server, has not received. */
	#isKept = true
	#isSent = true
	#isPaused = false
	#isStopped = false
	#sending: Promise<void> | null = null
	#keepTimer: Timer
	#idleTimer: Timer
	#typingTimer: Timer
	#retryTimer: Timer

	constructor(options: Options) {
		this.#options = options
	}

	/** Called after each change of the form. */
	changed(): void {
		this.#isKept = false
		this.#isSent = false
		this.#keepTimer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS)
		this.#schedule()
	}

	#schedule(): void {
		clearTimeout(this.#idleTimer)
		this.#idleTimer = setTimeout(() => void this.flush(), IDLE_MS)
		const wait = this.#isKeptHere ? TYPING_MS_MAX : TYPING_MS_WITHOUT_COPY
		this.#typingTimer ??= setTimeout(() => void this.flush(), wait)
	}

	/** Keeps changes on the device now. */
	async keep(): Promise<void> {
		clearTimeout(this.#keepTimer)
		this.#keepTimer = undefined
		if (this.#isKept) return
		this.#isKept = true
		const isKept = await this.#options.keep()
		if (isKept === this.#isKeptHere) return
		this.#isKeptHere = isKept
		this.#report(this.#status)
	}

	/** Sends changes to the server now; after an answer also those typed in the meantime. */
	async flush(force = false): Promise<void> {
		clearTimeout(this.#idleTimer)
		clearTimeout(this.#typingTimer)
		clearTimeout(this.#retryTimer)
		this.#typingTimer = undefined
		if (this.#isSent || this.#isPaused || (this.#isStopped && !force)) return
		if (this.#sending) return this.#sending.then(() => this.flush(force))
		this.#isSent = true
		this.#sending = this.#options.send().then((status) => this.#answered(status))
		await this.#sending
	}

	#answered(status: AutosaveStatus): void {
		this.#sending = null
		if (status.kind !== 'saved') this.#isSent = false
		// After a refusal the next change is sent; a lost connection is tried again by itself.
		if (status.kind === 'unreachable' && !this.#isStopped)
			this.#retryTimer = setTimeout(() => void this.flush(), RETRY_MS)
		this.#report(status)
	}

	#report(status: AutosaveStatus): void {
		this.#status = status
		this.#options.onStatus(status, this.#isKeptHere)
	}

	/** Sends the text, also where the server has it or another form took over. @returns whether it was stored */
	async retry(): Promise<boolean> {
		this.#isSent = false
		await this.flush(true)
		return this.#status.kind === 'saved'
	}

	/** Keeps and sends the last changes as the page is hidden or closed. */
	hidden(): void {
		if (!this.#isSent && !this.#isPaused && !this.#isStopped) this.#options.sendLast()
		void this.keep()
	}

	/** Waits for the autosave in flight, and sends none until `resume`: one that arrives after a save would outlive it. */
	async pause(): Promise<void> {
		this.#isPaused = true
		if (this.#sending) await Promise.race([this.#sending, new Promise((done) => setTimeout(done, SETTLE_MS))])
	}

	/** @param saved whether the save stored everything typed until now */
	resume(saved: boolean): void {
		this.#isPaused = false
		if (saved) {
			this.#isKept = true
			this.#isSent = true
			this.#report({ kind: 'none' })
		} else if (!this.#isSent) this.#schedule()
	}

	/** Sends a last time, and then keeps copies on the device alone. */
	async standBack(): Promise<void> {
		await this.flush()
		this.#isStopped = true
		this.#report({ kind: 'taken over' })
	}

	goOn(): void {
		if (!this.#isStopped) return
		this.#isStopped = false
		this.#report({ kind: 'none' })
		if (!this.#isSent) this.#schedule()
	}

	close(): void {
		for (const timer of [this.#keepTimer, this.#idleTimer, this.#typingTimer, this.#retryTimer])
			clearTimeout(timer)
		this.#isStopped = true
	}
}

/** The status in words; null while nothing has been sent. */
export function statusWords(status: AutosaveStatus, isKeptHere: boolean): string | null {
	const kept = isKeptHere ? 'kept on this device' : 'not kept: please leave this page open'
	switch (status.kind) {
		case 'none':
			return null
		case 'saved':
			return `Autosaved ${status.at}`
		case 'unreachable':
			return navigator.onLine ? `No answer from the server, ${kept}` : `Offline, ${kept}`
		case 'signed out':
			return `Not saved: signed out. It is ${kept}`
		case 'taken over':
			return `Taken over, ${kept}`
		case 'refused':
			return `${isKeptHere ? 'Kept on this device' : 'Not kept'}. ${status.reason}`
	}
}
