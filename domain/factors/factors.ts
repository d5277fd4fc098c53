import { and, eq, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { type Queryable, readDb, type Tx, write } from '@/db'
import { passkeys, people, recoveryCodes, totpSecrets } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { findPersonByEmail } from '../people'
import { ANONYMOUS, authorize, type Viewer } from '../permissions'
import { countRecoveryCodes } from './recovery-codes'

export type Factors = {
	/** Start of the authenticator app's use; null without one. */
	authenticator: Date | null
	passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[]
	/** Unused recovery codes. */
	recoveryCodes: number
}

/** The second factors of an account, without secrets. */
export async function factorsOf(personId: string): Promise<Factors> {
	const [totp] = await readDb().select().from(totpSecrets).where(eq(totpSecrets.personId, personId))
	const { id, name, createdAt, lastUsedAt } = passkeys
	const keys = await readDb()
		.select({ id, name, createdAt, lastUsedAt })
		.from(passkeys)
		.where(eq(passkeys.personId, personId))
		.orderBy(createdAt)
	return {
		authenticator: totp?.confirmedAt ?? null,
		passkeys: keys,
		recoveryCodes: await countRecoveryCodes(personId),
	}
}

/** Whether sign-in asks for a second factor: a confirmed authenticator app or a passkey. */
export async function hasFactor(on: Queryable, personId: string): Promise<boolean> {
	const [person] = await on.select({ has: factorExists }).from(people).where(eq(people.id, personId))
	return Boolean(person?.has)
}

/** SQL expression for queries of `people`. Names are qualified, because in a query of one table drizzle leaves that out. */
export const factorExists = sql<number>`(
	exists (select 1 from ${totpSecrets} where ${ownedBy(totpSecrets)} and ${totpSecrets.confirmedAt} is not null)
	or exists (select 1 from ${passkeys} where ${ownedBy(passkeys)}))`

function ownedBy(table: typeof totpSecrets | typeof passkeys): SQL {
	return sql`${table}.${sql.identifier('person_id')} = ${people}.${sql.identifier('id')}`
}

/** Recovery codes replace a factor; without one they are deleted. */
export async function deleteUselessCodes(tx: Tx, personId: string): Promise<void> {
	if (!(await hasFactor(tx, personId)))
		await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
}

export type StaffAccount = { id: string; name: string; hasFactor: boolean }

/** Staff accounts by name, and whether each has a second factor. @throws Refusal `forbidden` */
export async function listStaffFactors(viewer: Viewer): Promise<StaffAccount[]> {
	authorize(viewer, 'change settings')
	const staff = and(ne(people.role, 'reader'), isNull(people.disabledAt), isNotNull(people.email))
	const rows = await readDb()
		.select({ id: people.id, name: people.name, hasFactor: factorExists })
		.from(people)
		.where(staff)
		.orderBy(people.name)
	return rows.map((row) => ({ ...row, hasFactor: Boolean(row.hasFactor) }))
}

/**
 * Removes all second factors of another person after their loss. @throws Refusal `forbidden` or `not-found`
 */
export async function resetFactors(viewer: Viewer, personId: string): Promise<void> {
	authorize(viewer, 'reset sign-in')
	const [person] = await readDb().select({ id: people.id }).from(people).where(eq(people.id, personId))
	if (!person) throw new Refusal('not-found', 'There is no such person.')
	await write((tx) => deleteFactors(tx, viewer, personId))
}

/** Removes all second factors, for the command line. @throws Refusal `not-found` for an unknown address */
export async function resetFactorsByEmail(email: string): Promise<void> {
	const person = await findPersonByEmail(email)
	if (!person) throw new Refusal('not-found', `No account has the e-mail address ${email}.`, 'email')
	await write((tx) => deleteFactors(tx, ANONYMOUS, person.id))
}

async function deleteFactors(tx: Tx, viewer: Viewer, personId: string): Promise<void> {
	for (const table of [totpSecrets, passkeys, recoveryCodes])
		await tx.delete(table).where(eq(table.personId, personId))
	await audit(tx, viewer, 'reset factors', `person:${personId}`)
}
