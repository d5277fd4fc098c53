import fs from 'node:fs'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'

/** Offset of `iChange`, the counter of commits, in the header of the wal-index (sqlite.org/walformat.html). */
const CHANGE_COUNTER_AT = 8

/** Fields of the memory that the threads of this process share. */
const ACCOUNTED = 0
const INDEX_FILE = 1

const own = singleton<{ counters: Int32Array }>('commit-counters', () => ({
	counters: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
}))

/** The memory in which the threads of this process account for their commits. */
export const sharedCommitCounters = (): Int32Array => own.counters

/** Makes this thread account for its commits together with the thread that gave the memory. */
export function joinCommitCounters(counters: Int32Array): void {
	own.counters = counters
}

export const isCounting = (): boolean => Atomics.load(own.counters, INDEX_FILE) !== 0

/** Begins to count; the wal-index must be there. */
export function startCounting(): void {
	// Never closed: closing any descriptor of this file releases the POSIX locks that SQLite holds on it.
	const file = fs.openSync(`${env.databaseFile}-shm`, 'r')
	Atomics.store(own.counters, INDEX_FILE, file)
	Atomics.store(own.counters, ACCOUNTED, commitCount())
}

export function stopCounting(): void {
	Atomics.store(own.counters, INDEX_FILE, 0)
}

const header = new Int32Array(1)

/** The number of commits by all processes since the wal-index was made, in the byte order of this machine. */
export function commitCount(): number {
	fs.readSync(Atomics.load(own.counters, INDEX_FILE), header, 0, header.byteLength, CHANGE_COUNTER_AT)
	return header[0] as number
}

export const accounted = {
	get: (): number => Atomics.load(own.counters, ACCOUNTED),
	set: (count: number): number => Atomics.exchange(own.counters, ACCOUNTED, count),
	/** Sets it unless another thread has set it meanwhile. */
	replace: (old: number, count: number): void =>
		void Atomics.compareExchange(own.counters, ACCOUNTED, old, count),
}
