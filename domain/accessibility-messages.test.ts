import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { accessibilityMessages, auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import {
	countAccessibilityMessages,
	deleteHandledMessages,
	handleAccessibilityMessage,
	listAccessibilityMessages,
	MESSAGE_KEPT_DAYS,
	MESSAGE_LENGTH_MAX,
	sendAccessibilityMessage,
} from './accessibility-messages'
import type { StaffViewer } from './permissions'

withDatabase()

const DAY_MS = 86_400_000
let editor: StaffViewer

beforeAll(async () => {
	editor = await createStaff('editor')
})

const send = (changes: Partial<Parameters<typeof sendAccessibilityMessage>[0]> = {}) =>
	sendAccessibilityMessage({ text: 'The menu has no names.', page: '', email: '', ...changes })
const texts = async (handled = false) =>
	(await listAccessibilityMessages(editor, { handled })).messages.map(({ text }) => text)

test.each([
	['text', { text: ' \u200b\n' }],
	['text', { text: 'a'.repeat(MESSAGE_LENGTH_MAX + 1) }],
	['page', { page: 'a'.repeat(501) }],
	['email', { email: 'nobody' }],
])('a message with a wrong %s is refused', async (field, changes) => {
	await expect(send(changes)).rejects.toMatchObject({ code: 'invalid', field })
	expect(await texts()).toEqual([])
})

test('messages wait in order, are handled, and put back', async () => {
	await send({ text: 'قائمة\r\nبلا أسماء', page: '/news/a\nb', email: ' Ada@Example.org ' })
	await send()
	const { messages } = await listAccessibilityMessages(editor)
	expect(messages).toMatchObject([
		{ text: 'قائمة\nبلا أسماء', page: '/news/a b', email: 'ada@example.org', handledAt: null },
		{ text: 'The menu has no names.' },
	])
	expect(await countAccessibilityMessages(editor)).toEqual({ count: 2, oldest: messages[0]?.receivedAt })
	const id = messages[0]?.id ?? 0
	for (const _ of 'twice') await handleAccessibilityMessage(editor, id, true)
	expect([await texts(), await texts(true)]).toEqual([['The menu has no names.'], ['قائمة\nبلا أسماء']])
	await handleAccessibilityMessage(editor, id, false)
	expect(await texts()).toHaveLength(2)
	const events = await readDb()
		.select({ action: auditEvents.action })
		.from(auditEvents)
		.where(eq(auditEvents.subject, `message:${id}`))
	expect(events.map(({ action }) => action)).toEqual(['handle message', 'reopen message'])
})

test('only editors read and handle messages', async () => {
	for (const role of ['contributor', 'moderator'] as const) {
		const other = await createStaff(role)
		await expect(listAccessibilityMessages(other)).rejects.toMatchObject({ code: 'forbidden' })
		await expect(handleAccessibilityMessage(other, 1, true)).rejects.toMatchObject({ code: 'forbidden' })
	}
	await expect(handleAccessibilityMessage(editor, 999, true)).rejects.toMatchObject({ code: 'not-found' })
})

test('both lists page through all messages', async () => {
	for (let number = 0; number < 55; number += 1) await send({ text: `Number ${number}` })
	for (const handled of [false, true]) {
		const seen: number[] = []
		for (let cursor: number | null = 0; cursor !== null; ) {
			const page: Awaited<ReturnType<typeof listAccessibilityMessages>> = await listAccessibilityMessages(
				editor,
				{ handled, cursor },
			)
			seen.push(...page.messages.map(({ id }) => id))
			cursor = page.next
		}
		expect(seen).toHaveLength(57)
		expect(seen.toSorted((one, other) => (handled ? other - one : one - other))).toEqual(seen)
		for (const id of seen) await handleAccessibilityMessage(editor, id, true)
	}
})

test('handled messages are deleted after their time, waiting ones never', async () => {
	await send({ text: 'It waits.' })
	const end = Date.now() + MESSAGE_KEPT_DAYS * DAY_MS
	await write((tx) => deleteHandledMessages(tx, new Date(end - DAY_MS)))
	expect(await texts(true)).not.toEqual([])
	await write((tx) => deleteHandledMessages(tx, new Date(end + DAY_MS)))
	expect([await texts(), await texts(true)]).toEqual([['It waits.'], []])
})

test('more waiting messages than the limit are refused', async () => {
	await write((tx) =>
		tx
			.insert(accessibilityMessages)
			.values(Array.from({ length: 1_000 }, () => ({ text: 'a', page: '', email: '' }))),
	)
	await expect(send()).rejects.toMatchObject({ code: 'busy' })
})
