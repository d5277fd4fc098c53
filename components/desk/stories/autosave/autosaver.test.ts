import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
	Autosaver,
	type AutosaveStatus,
	IDLE_MS,
	KEEP_AFTER_MS,
	RETRY_MS,
	TYPING_MS_MAX,
	TYPING_MS_WITHOUT_COPY,
} from './autosaver'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SAVED: AutosaveStatus = { kind: 'saved', at: '12:03' }

function start({ keeps = true, answers = [] as (AutosaveStatus | Promise<AutosaveStatus>)[] } = {}) {
	const log: string[] = []
	const statuses: string[] = []
	const saver = new Autosaver({
		send: async () => {
			log.push(`send at ${Math.round(performance.now() - began)}`)
			return (await answers.shift()) ?? SAVED
		},
		keep: async () => {
			log.push(`keep at ${Math.round(performance.now() - began)}`)
			return keeps
		},
		sendLast: () => log.push('last'),
		onStatus: ({ kind }) => statuses.push(kind),
	})
	const began = performance.now()
	return { saver, log, statuses }
}

async function type(saver: Autosaver, ms: number, every = 100): Promise<void> {
	for (let passed = 0; passed < ms; passed += every) {
		saver.changed()
		await vi.advanceTimersByTimeAsync(every)
	}
}

test('a text is kept and sent after a pause', async () => {
	const { saver, log, statuses } = start()
	saver.changed()
	await vi.advanceTimersByTimeAsync(20_000)
	expect(log).toEqual([`keep at ${KEEP_AFTER_MS}`, `send at ${IDLE_MS}`])
	expect(statuses).toEqual(['saved'])
})

test('typing without a pause is kept and sent meanwhile', async () => {
	const { saver, log } = start()
	await type(saver, 2 * TYPING_MS_MAX + 100)
	expect(log.filter((line) => line.startsWith('keep')).length).toBeGreaterThan(40)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(2)
})

test('without a device copy the text is sent more often', async () => {
	const { saver, log } = start({ keeps: false })
	await type(saver, 3 * TYPING_MS_MAX)
	const sent = log.filter((line) => line.startsWith('send')).length
	expect(sent).toBeGreaterThan((2 * TYPING_MS_MAX) / TYPING_MS_WITHOUT_COPY)
})

test('a lost connection is tried again', async () => {
	const { saver, log, statuses } = start({ answers: [{ kind: 'unreachable' }, { kind: 'unreachable' }] })
	saver.changed()
	await vi.advanceTimersByTimeAsync(IDLE_MS + 2 * RETRY_MS)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(3)
	expect(statuses).toEqual(['unreachable', 'unreachable', 'saved'])
})

test('text typed during a request is sent after it', async () => {
	let answer = (_: AutosaveStatus) => {}
	const first = new Promise<AutosaveStatus>((resolve) => {
		answer = resolve
	})
	const { saver, log } = start({ answers: [first] })
	saver.changed()
	await vi.advanceTimersByTimeAsync(IDLE_MS)
	saver.changed()
	await vi.advanceTimersByTimeAsync(IDLE_MS)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(1)
	answer(SAVED)
	await vi.advanceTimersByTimeAsync(0)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(2)
})

test('a save waits for the request in flight and stops others', async () => {
	let answer = (_: AutosaveStatus) => {}
	const first = new Promise<AutosaveStatus>((resolve) => {
		answer = resolve
	})
	const { saver, log, statuses } = start({ answers: [first] })
	saver.changed()
	await vi.advanceTimersByTimeAsync(IDLE_MS)
	let paused = false
	void saver.pause().then(() => {
		paused = true
	})
	saver.changed()
	await vi.advanceTimersByTimeAsync(IDLE_MS)
	expect(paused).toBe(false)
	answer(SAVED)
	await vi.advanceTimersByTimeAsync(IDLE_MS)
	expect(paused).toBe(true)
	saver.resume(true)
	await vi.advanceTimersByTimeAsync(20_000)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(1)
	expect(statuses.at(-1)).toBe('none')
})

test('a form that was taken over sends once more', async () => {
	const { saver, log, statuses } = start()
	saver.changed()
	await saver.standBack()
	saver.changed()
	await vi.advanceTimersByTimeAsync(20_000)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(1)
	expect(log.filter((line) => line.startsWith('keep'))).toHaveLength(1)
	expect(statuses.at(-1)).toBe('taken over')
	saver.goOn()
	await vi.advanceTimersByTimeAsync(20_000)
	expect(log.filter((line) => line.startsWith('send'))).toHaveLength(2)
})

test('a closing page sends and keeps what is missing', async () => {
	const { saver, log } = start()
	saver.hidden()
	expect(log).toEqual([])
	saver.changed()
	saver.hidden()
	expect(log).toEqual(['last', 'keep at 0'])
})
