import { singleton } from './singleton'

/** One number, which the threads of this process share. */
const counter = singleton<{ shared: Int32Array }>('instance-count', () => ({
	shared: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
}))

/** Number of live server processes of the site, as of the last heartbeat; 1 without heartbeats. */
export const instanceCount = (): number => Math.max(1, Atomics.load(counter.shared, 0))

export const setInstanceCount = (count: number): void => void Atomics.store(counter.shared, 0, count)

/** The number for another thread, which passes it to `joinInstanceCount`. */
export const sharedInstanceCount = (): Int32Array => counter.shared

export function joinInstanceCount(shared: Int32Array): void {
	counter.shared = shared
}

/** Share of a limit for this process: the limit of one network or reader holds for all processes together. */
export const shareOf = (limit: number): number => Math.max(1, Math.floor(limit / instanceCount()))
