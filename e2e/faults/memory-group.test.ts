import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { canLimitMemory, MemoryGroup } from './memory-group'

const LIMIT = 128 * 1024 * 1024

const fill = (bytes: number) => `Buffer.alloc(${bytes}, 1)`

test.skipIf(!canLimitMemory())('a process beyond its memory group’s limit is killed', async () => {
	const group = new MemoryGroup('square-memory-test', LIMIT)
	const run = async (script: string) => {
		const [command = '', ...args] = [...group.wrapper, process.execPath, '-e', script]
		return (await once(spawn(command, args, { stdio: 'ignore' }), 'exit')).concat(group.kills)
	}
	try {
		expect(await run(fill(LIMIT / 8))).toEqual([0, null, 0])
		expect(await run(fill(LIMIT * 2))).toEqual([null, 'SIGKILL', 1])
		expect(group.peakMb).toBe(LIMIT / 1024 / 1024)
	} finally {
		await group.end()
	}
})
