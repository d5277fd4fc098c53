import { randomUUID } from 'node:crypto'
import { joinInstanceCount, sharedInstanceCount } from '@/lib/instance-count'
import { singleton } from '@/lib/singleton'

/** `uncertain` is one number, which the threads of this process share. */
type Instance = { id: string; uncertain: Int32Array }

/** This server process. Each thread has its own copy of the object. */
const own = singleton<Instance>('instance', () => ({
	id: randomUUID(),
	uncertain: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
}))

type WritersData = Instance & { count: Int32Array }

/** `workerData` by which another thread of this process joins the instance. */
export const writersData = (): unknown => ({ ...own, count: sharedInstanceCount() }) satisfies WritersData

/** Makes this thread one of the instance of the thread that passed its `writersData`. */
export function joinInstance(data: unknown): void {
	const { count, ...instance } = data as WritersData
	Object.assign(own, instance)
	joinInstanceCount(count)
}

export const instanceId = (): string => own.id

/**
 * Writer of the commits of this process; its threads pass their tags to each other. It has another name after each
 * commit of uncertain outcome, so that what was written under an earlier one is read like that of another process.
 */
export const writerName = (): string => `${own.id} ${Atomics.load(own.uncertain, 0)}`

/** Notes a commit of uncertain outcome. */
export const renameWriter = (): void => void Atomics.add(own.uncertain, 0, 1)
