import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, min, type SQL } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { accessibilityMessages } from '@/db/schema'
import { messages } from '@/lib/messages/messages'
import { isVisible, oneLine, plainLines } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { audit } from './audit'
import { mailAccessibilityMessage } from './mails'
import { checkEmail } from './people'
import { authorize, type Viewer } from './permissions'

/** In characters, as for a comment: two printed pages. */
export const MESSAGE_LENGTH_MAX = 5_000
/** In characters: addresses with a search in them are long. */
const PAGE_LENGTH_MAX = 500
/** Messages that wait at most; more are not read, and would only fill the disk. */
const WAITING_MAX = 1_000
/** Days after its handling until a message is deleted. */
export const MESSAGE_KEPT_DAYS = RETENTION.messageDays
const DAY_MS = 86_400_000
const PER_PAGE = 50

export type NewMessage = { text: string; page: string; email: string }

export type AccessibilityMessage = NewMessage & { id: number; receivedAt: Date; handledAt: Date | null }

/**
 * Stores a message and mails it to the newsroom, if the organisation has an address and mail is set up.
 *
 * @throws Refusal `invalid` naming the field, or `busy` if very many messages wait
 */
export async function sendAccessibilityMessage(input: NewMessage): Promise<void> {
	const message = checkMessage(input)
	await write(async (tx) => {
		await tx.lock('accessibility messages', 'all')
		const [waiting] = await tx
			.select({ count: count() })
			.from(accessibilityMessages)
			.where(isNull(accessibilityMessages.handledAt))
		if ((waiting?.count ?? 0) >= WAITING_MAX) throw new Refusal('busy', messages().refusals.tooManyMessages)
		await tx.insert(accessibilityMessages).values(message)
	})
	// Without waiting for the mail server; the message is kept in any case.
	void mailAccessibilityMessage(message)
}

function checkMessage({ text, page, email }: NewMessage): NewMessage {
	const message = plainLines(text)
	if (!isVisible(message)) throw new Refusal('invalid', messages().refusals.sayWhatFailed, 'text')
	if (message.length > MESSAGE_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			messages().refusals.messageTooLong(message.length, MESSAGE_LENGTH_MAX),
			'text',
		)
	const address = oneLine(page)
	if (address.length > PAGE_LENGTH_MAX)
		throw new Refusal('invalid', messages().refusals.addressTooLong(PAGE_LENGTH_MAX), 'page')
	return { text: message, page: address, email: email.trim() ? checkEmail(email) : '' }
}

type Which = { handled?: boolean; cursor?: number }

/** A page of the messages: those that wait, oldest first, or the handled ones, newest first. */
export async function listAccessibilityMessages(
	viewer: Viewer,
	{ handled = false, cursor = 0 }: Which = {},
): Promise<{ messages: AccessibilityMessage[]; next: number | null }> {
	authorize(viewer, 'answer readers')
	const { id, handledAt } = accessibilityMessages
	const after: SQL | undefined = cursor ? (handled ? lt(id, cursor) : gt(id, cursor)) : undefined
	const rows = await readDb()
		.select()
		.from(accessibilityMessages)
		.where(and(handled ? isNotNull(handledAt) : isNull(handledAt), after))
		.orderBy(handled ? desc(id) : asc(id))
		.limit(PER_PAGE + 1)
	const messages = rows.slice(0, PER_PAGE).map(({ handledBy: _, ...message }) => message)
	return { messages, next: rows.length > PER_PAGE ? (messages.at(-1)?.id ?? null) : null }
}

/** Number of waiting messages, and the time of the oldest. */
export async function countAccessibilityMessages(
	viewer: Viewer,
): Promise<{ count: number; oldest: Date | null }> {
	authorize(viewer, 'answer readers')
	const [row] = await readDb()
		.select({ count: count(), oldest: min(accessibilityMessages.receivedAt) })
		.from(accessibilityMessages)
		.where(isNull(accessibilityMessages.handledAt))
	return row ?? { count: 0, oldest: null }
}

/** Marks a message as handled, or as waiting again. @throws Refusal `not-found` */
export async function handleAccessibilityMessage(
	viewer: Viewer,
	id: number,
	handled: boolean,
): Promise<void> {
	authorize(viewer, 'answer readers')
	await write(async (tx) => {
		const changed = await tx
			.update(accessibilityMessages)
			.set(
				handled
					? { handledAt: new Date(), handledBy: viewer.person.id }
					: { handledAt: null, handledBy: null },
			)
			.where(
				and(
					eq(accessibilityMessages.id, id),
					handled ? isNull(accessibilityMessages.handledAt) : isNotNull(accessibilityMessages.handledAt),
				),
			)
			.returning({ id: accessibilityMessages.id })
		if (changed.length > 0)
			return audit(tx, viewer, handled ? 'handle message' : 'reopen message', `message:${id}`)
		const [message] = await tx
			.select({ id: accessibilityMessages.id })
			.from(accessibilityMessages)
			.where(eq(accessibilityMessages.id, id))
		if (!message) throw new Refusal('not-found', 'This message is no longer there.')
	})
}

/** Deletes messages `MESSAGE_KEPT_DAYS` after their handling. */
export async function deleteHandledMessages(tx: Tx, now: Date): Promise<void> {
	await tx
		.delete(accessibilityMessages)
		.where(lt(accessibilityMessages.handledAt, new Date(now.getTime() - MESSAGE_KEPT_DAYS * DAY_MS)))
}
