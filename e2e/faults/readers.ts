import { setTimeout as sleep } from 'node:timers/promises'
import { sendRequest } from '../support/http-client'

const BETWEEN_MS = 15

/** Requests pages one after another, and counts failures and the slowest response. */
export class Readers {
	readonly #addresses: string[]
	#stopped = false
	#loop: Promise<void> = Promise.resolve()
	asked = 0
	failed = 0
	slowestMs = 0

	constructor(addresses: string[]) {
		this.#addresses = addresses
	}

	start(): this {
		this.#loop = this.#read()
		return this
	}

	async stop(): Promise<void> {
		this.#stopped = true
		await this.#loop
	}

	async #read(): Promise<void> {
		while (!this.#stopped) {
			const address = this.#addresses[this.asked % this.#addresses.length] as string
			const began = performance.now()
			const answer = await sendRequest(address).catch(() => null)
			this.asked += 1
			if (answer?.status !== 200) this.failed += 1
			this.slowestMs = Math.max(this.slowestMs, Math.round(performance.now() - began))
			await sleep(BETWEEN_MS)
		}
	}
}
