import { eq, getTableColumns, is, Table } from 'drizzle-orm'
import { readDb, write } from '@/db'
import type { AnyColumn } from '@/db/columns'
import * as schema from '@/db/schema'
import { tableConfig } from '@/db/testing'
import { insertPhoto } from '@/e2e/support/photos'
import { liveStory, reader } from '@/e2e/support/stories'
import { castMood } from '../moods'
import { addPerson } from '../people'
import type { SignedInViewer } from '../permissions'
import { ensureReader } from '../readers'
import { createSession, hashToken } from '../sessions'

const TABLES = Object.values(schema).filter((each) => is(each, Table))

/** Name and address that no other row has. */
export const NAME = 'Canary Personname'
export const EMAIL = 'canary-person@example.org'
/** Text that goes with the account. */
export const GONE = 'canary-of-a-text'
/** Text of a published comment. */
export const PUBLIC = 'A word in public.'

/** Columns that can hold the account, its reader or an address, except those that exclude the deletion. */
export function personalColumns(): {
	people: AnyColumn[]
	readers: AnyColumn[]
	emails: AnyColumn[]
} {
	const references = (target: Table) =>
		TABLES.flatMap((table) => tableConfig(table).foreignKeys.map((key) => key.reference()))
			.filter(({ foreignTable }) => foreignTable === target)
			.flatMap(({ columns }) => columns as AnyColumn[])
	const excluding: AnyColumn[] = [...schema.PERSON_REFERENCES]
	return {
		people: references(schema.people).filter((column) => !excluding.includes(column)),
		readers: references(schema.readers),
		emails: TABLES.flatMap((table) => Object.values<AnyColumn>(getTableColumns(table))).filter(({ name }) =>
			/email$/i.test(name),
		),
	}
}

export const holds = async (column: AnyColumn, value: string): Promise<boolean> =>
	(await readDb().select({ found: column }).from(column.table).where(eq(column, value)).limit(1)).length > 0

/** All rows of the database by table, as text. */
export async function dump(): Promise<Map<string, string>> {
	const texts = new Map<string, string>()
	for (const table of TABLES)
		texts.set(tableConfig(table).name, JSON.stringify(await readDb().select().from(table)))
	return texts
}

/** An account with a row in every table that can refer to it; `published` is its answered comment. */
export async function plantAccount() {
	const { articleId } = await liveStory()
	const account = { name: NAME, email: EMAIL, role: 'reader' as const }
	const { id } = await addPerson({ ...account, password: 'a good long password' })
	const { token } = await write((tx) => createSession(tx, id, GONE))
	const session = { hash: hashToken(token), confirmedAt: new Date() }
	const viewer: SignedInViewer = { person: { id, ...account }, readerId: crypto.randomUUID(), session }
	const other = reader()
	await castMood(other, articleId, 'happy')
	const readerId = await write((tx) => ensureReader(tx, viewer))
	await plantSignIn(id)
	await plantWork(id, articleId)
	const rows = { id, readerId, otherId: other.readerId ?? '', articleId }
	return { ...rows, viewer, token, ...(await plantResponses(rows)) }
}

async function plantSignIn(id: string): Promise<void> {
	const later = new Date(Date.now() + 86_400_000)
	const link = { role: 'reader' as const, expiresAt: later }
	await write(async (tx) => {
		await tx
			.insert(schema.invitations)
			.values({ ...link, tokenHash: crypto.randomUUID(), kind: 'password', personId: id })
		await tx
			.insert(schema.invitations)
			.values({ ...link, tokenHash: crypto.randomUUID(), email: EMAIL, name: NAME })
		await tx.insert(schema.invitations).values({ ...link, tokenHash: crypto.randomUUID(), createdBy: id })
		await tx.insert(schema.personRedirects).values({ slug: 'canary-slug', personId: id })
		await tx.insert(schema.totpSecrets).values({ personId: id, secret: GONE, confirmedAt: new Date() })
		await tx.insert(schema.recoveryCodes).values({ codeHash: GONE, personId: id })
		await tx
			.insert(schema.passkeys)
			.values({ id: GONE, personId: id, name: NAME, publicKey: '', counter: 0, transports: [] })
		await tx
			.insert(schema.signInChallenges)
			.values({ tokenHash: GONE, kind: 'second factor', personId: id, expiresAt: later })
		await tx.insert(schema.externalAccounts).values({ provider: 'github', accountId: GONE, personId: id })
		await tx
			.insert(schema.emailConfirmations)
			.values({ tokenHash: GONE, personId: id, email: EMAIL, expiresAt: later })
		await tx.insert(schema.formerNames).values({ personId: id, name: GONE })
		await tx.insert(schema.demoRows).values({ kind: 'person', rowId: id })
	})
}

/** Marks at the desk that do not exclude the deletion, as of a former moderator. */
async function plantWork(id: string, articleId: number): Promise<void> {
	const photoId = await insertPhoto()
	await write(async (tx) => {
		await tx.insert(schema.personPictures).values({ personId: id, photoId })
		await tx.insert(schema.autosaves).values({ token: GONE, personId: id, fields: {} })
		const form = { articleId, personId: id, takenOverBy: id }
		await tx.insert(schema.storyEditors).values({ ...form, token: GONE })
		await tx
			.insert(schema.trashedRows)
			.values({ kind: 'tag', rowId: crypto.randomUUID(), trashedAt: new Date(), trashedBy: id })
		await tx
			.insert(schema.accessibilityMessages)
			.values({ text: 'A barrier.', page: '', email: EMAIL, handledBy: id })
	})
}

type Planted = { id: string; readerId: string; otherId: string; articleId: number }

async function plantResponses(planted: Planted) {
	const { id, readerId, otherId, articleId } = planted
	return write(async (tx) => {
		const add = async (row: Partial<typeof schema.comments.$inferInsert>): Promise<number> => {
			const own = { articleId, readerId, personId: id, authorName: NAME, authorEmail: EMAIL }
			const values = { ...own, body: GONE, state: 'waiting' as const, ...row }
			const [added] = await tx.insert(schema.comments).values(values).returning({ id: schema.comments.id })
			return added?.id ?? 0
		}
		const guest = { readerId: otherId, personId: null, authorName: 'Guest', authorEmail: EMAIL }
		const published = await add({ body: PUBLIC, state: 'approved', pickedAt: new Date() })
		const place = { parentId: published, rootId: published, depth: 1 }
		const reply = await add({ ...guest, ...place, body: 'A reply.', state: 'approved', decidedBy: id })
		const waiting = await add({})
		const rejected = await add({ state: 'rejected', isSpam: true })
		await tx.insert(schema.commentTallies).values({ articleId, approved: 2 })
		await tx.insert(schema.commentVersions).values({ commentId: published, body: GONE })
		const reason = { phase: 'wordList', word: GONE, inName: true } as never
		await tx
			.insert(schema.commentFindings)
			.values({ commentId: waiting, phase: 'wordList', position: 0, reason })
		await plantVotes(tx, planted, { published, reply })
		await plantReplyMails(tx, published, waiting)
		await plantModeration(tx, planted, rejected)
		await tx.insert(schema.commentDrafts).values({ readerId, articleId, body: GONE })
		await tx.insert(schema.savedArticles).values({ readerId, articleId })
		await tx.insert(schema.ignoredReaders).values({ readerId, ignoredId: otherId })
		await tx.insert(schema.ignoredReaders).values({ readerId: otherId, ignoredId: readerId })
		await tx.insert(schema.noticesSeen).values({ readerId, seenAt: new Date() })
		await tx.insert(schema.demoRows).values({ kind: 'reader', rowId: readerId })
		return { published, reply }
	})
}

/** Wishes for mails at the address of the account, and at one that a guest gave. */
async function plantReplyMails(tx: Tx, published: number, waiting: number): Promise<void> {
	const expiresAt = new Date(Date.now() + 86_400_000)
	await tx.insert(schema.commentConfirmations).values({ tokenHash: GONE, commentId: waiting, expiresAt })
	for (const [commentId, email] of [
		[published, EMAIL],
		[waiting, `${GONE}@example.org`],
	] as const) {
		const addressId = crypto.randomUUID()
		await tx.insert(schema.replyAddresses).values({ id: addressId, email, wantedAt: new Date() })
		const wish = { commentId, addressId, threadId: published, wholeThread: false }
		await tx.insert(schema.replySubscriptions).values(wish)
	}
}

type Tx = Parameters<Parameters<typeof write>[0]>[0]

async function plantVotes(
	tx: Tx,
	{ readerId, otherId, articleId }: Planted,
	{ published, reply }: { published: number; reply: number },
): Promise<void> {
	await tx.insert(schema.moods).values({ articleId, readerId, mood: 'happy' })
	await tx.update(schema.moodTallies).set({ votes: 2 }).where(eq(schema.moodTallies.articleId, articleId))
	await tx.insert(schema.ratings).values({ articleId, readerId, stars: 4 })
	await tx.insert(schema.ratingTallies).values({ articleId, stars: 4, votes: 1 })
	const aside = { readerId, kind: 'mood' as const, choice: 'sad', burst: 'x' }
	const { articleId: another } = await tx
		.insert(schema.articles)
		.values({ slug: crypto.randomUUID() })
		.returning({ articleId: schema.articles.id })
		.then(([row]) => row ?? { articleId: 0 })
	await tx.insert(schema.setAsideVotes).values({ ...aside, articleId: another })
	await tx.insert(schema.respects).values({ commentId: reply, readerId })
	await tx.insert(schema.respects).values({ commentId: published, readerId: otherId })
	for (const commentId of [reply, published])
		await tx.insert(schema.respectTallies).values({ commentId, votes: 1 })
}

async function plantModeration(tx: Tx, { id, readerId, otherId }: Planted, rejected: number): Promise<void> {
	// The restriction of an account is kept beyond it, under a hash of its address.
	const restriction = { kind: 'ban' as const, reason: 'Insults.', addedBy: id, liftedBy: id }
	await tx.insert(schema.readerRestrictions).values({ ...restriction, readerId, email: EMAIL })
	await tx.insert(schema.readerRestrictions).values({ ...restriction, reason: 'Spam.', readerId: otherId })
	await tx.insert(schema.readerNotes).values({ readerId, personId: id, body: GONE })
	await tx.insert(schema.readerNotes).values({ readerId: otherId, personId: id, body: 'Quiet.' })
	const decision = { outcome: 'removed' as const, ground: 'rules' as const, rule: 'spam' as const }
	const [decided] = await tx
		.insert(schema.commentDecisions)
		.values({
			...decision,
			commentId: rejected,
			law: '',
			facts: '',
			onReport: false,
			heldBefore: false,
			decidedBy: id,
		})
		.returning({ id: schema.commentDecisions.id })
	await tx.insert(schema.commentComplaints).values({
		...{ decisionId: decided?.id ?? 0, side: 'author', text: GONE, answer: 'No.' },
		...{ outcome: 'rejected', decidedBy: id, decidedAt: new Date() },
	})
	const report = { reason: 'spam' as const, explanation: 'It sells.', counted: true }
	await tx.insert(schema.commentReports).values({ ...report, commentId: rejected, name: NAME, email: EMAIL })
}
