import { randomUUID } from 'node:crypto'
import { singleton } from '@/lib/singleton'

/** Indexes into the Int32Array that the threads of this process share. */
const UNCERTAIN = 0
const LIVE = 1

type Instance = { id: string; shared: Int32Array }

/** This server process. Each thread has its own copy of the object, with the same id and shared numbers. */
const own = singleton<Instance>('instance', () => ({
	id: randomUUID(),
	shared: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
}))

/** `workerData` by which another thread of this process joins the instance. */
export const writersData = (): unknown => ({ id: own.id, shared: own.shared })

/** Makes this thread one of the instance of the thread that passed its `writersData`. */
export const joinInstance = (data: unknown): void => void Object.assign(own, data)

export const instanceId = (): string => own.id

/**
 * Writer of the commits of this process, whose tags its threads pass to each other. It has another name after each
 * commit of uncertain outcome, so that what was written under an earlier one is read like that of another process.
 */
export const writerName = (): string => `${own.id} ${Atomics.load(own.shared, UNCERTAIN)}`

/** Notes a commit of uncertain outcome. */
export const renameWriter = (): void => void Atomics.add(own.shared, UNCERTAIN, 1)

/** Number of live server processes on this database, as of the last heartbeat; 1 in a program without heartbeats. */
export const instanceCount = (): number => Math.max(1, Atomics.load(own.shared, LIVE))

export const setInstanceCount = (count: number): void => void Atomics.store(own.shared, LIVE, count)
