import fs from 'node:fs'
import { env } from '@/lib/env'
import { singleton } from '@/lib/singleton'

/** Offset of `iChange`, the counter of commits, in the header of the wal-index (sqlite.org/walformat.html). */
const CHANGE_COUNTER_AT = 8

/** Indexes into the Int32Array that the threads of this process share. */
const ACCOUNTED = 0
const INDEX_FILE = 1

const own = singleton<{ counters: Int32Array }>('commit-counters', () => ({
	counters: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
}))

/** `workerData` by which another thread of this process joins the shared counters. */
export const writersData = (): unknown => own.counters

/** Attaches this thread to the counters of the thread that passed its `writersData`. */
export function joinWriters(data: unknown): void {
	own.counters = data as Int32Array
}

export const isCounting = (): boolean => Atomics.load(own.counters, INDEX_FILE) !== 0

/** Starts counting. @throws if the wal-index file is missing */
export function startCounting(): void {
	// Never closed: closing any descriptor of a file releases the process's POSIX locks on it, SQLite's included.
	const file = fs.openSync(`${env.databaseFile}-shm`, 'r')
	Atomics.store(own.counters, INDEX_FILE, file)
	Atomics.store(own.counters, ACCOUNTED, commitCount())
}

export function stopCounting(): void {
	Atomics.store(own.counters, INDEX_FILE, 0)
}

const header = new Int32Array(1)

/** Commits of all processes since the wal-index was created; a signed 32-bit integer in native byte order. */
export function commitCount(): number {
	fs.readSync(Atomics.load(own.counters, INDEX_FILE), header, 0, header.byteLength, CHANGE_COUNTER_AT)
	return header[0] as number
}

/** The commit count up to which all commits are known: made by this process, or handled as external. */
export const accounted = {
	get: (): number => Atomics.load(own.counters, ACCOUNTED),
	set: (count: number): number => Atomics.exchange(own.counters, ACCOUNTED, count),
	/** Compare-and-set: does not overwrite another thread's update. */
	replace: (old: number, count: number): void =>
		void Atomics.compareExchange(own.counters, ACCOUNTED, old, count),
}
