import { type IRateLimiterOptions, RateLimiterMemory } from 'rate-limiter-flexible'
import { instanceCount } from './instance-count'

type Options = IRateLimiterOptions & { points: number }

/** Rate limit by key, in memory. Each of several server processes admits its share of the points, at least one. */
export class RateLimiter {
	readonly #memory: RateLimiterMemory
	readonly #points: number

	constructor(options: Options) {
		this.#memory = new RateLimiterMemory(options)
		this.#points = options.points
	}

	/** @throws RateLimiterRes with the time until the next point */
	async consume(key: string): Promise<void> {
		await this.#memory.consume(key, Math.min(this.#points, instanceCount()))
	}

	async delete(key: string): Promise<void> {
		await this.#memory.delete(key)
	}
}
