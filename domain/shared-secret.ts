import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { settings } from '@/db/schema'
import { env } from '@/lib/env'
import { StartRefusal } from '@/lib/start-refusal'

/** Row of `settings` with the fingerprint of the secret that signs the site's cookies. No form shows it. */
const KEY = 'secret fingerprint'

/** An HMAC under the secret, so that the database does not tell it. */
const fingerprint = (): string => createHmac('sha256', env.secret).update(KEY).digest('base64url')

/**
 * Refuses a secret that is not the site's: instances with several would reject each other's sessions and votes. A
 * database that has none recorded accepts every secret.
 *
 * @throws StartRefusal
 */
export async function assertSharedSecret(): Promise<void> {
	const row = await recorded()
	if (row && row.value !== fingerprint()) throw foreignSecret()
}

/** Whether a server has used the database. */
export const isSecretRecorded = async (): Promise<boolean> => (await recorded()) !== undefined

async function recorded(): Promise<{ value: unknown } | undefined> {
	const [row] = await readDb().select().from(settings).where(eq(settings.key, KEY))
	return row
}

/** Records the secret with the first server of a database, and refuses another one. @throws StartRefusal */
export async function recordSharedSecret(): Promise<void> {
	const value = fingerprint()
	await write((tx) => tx.insert(settings).values({ key: KEY, value }).onConflictDoNothing())
	await assertSharedSecret()
}

/** Records the secret of this installation in place of the former one. */
export async function replaceSharedSecret(): Promise<void> {
	const value = fingerprint()
	await write((tx) =>
		tx
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } }),
	)
}

const foreignSecret = (): StartRefusal =>
	new StartRefusal(
		`The secret ${env.secretFile ?? 'of SQUARE_SECRET'} is not the one of the site in the database, with which other servers sign its cookies.`,
		'Nothing was changed. Give every server of the site the same SQUARE_SECRET, or a copy of the same secret file. After a change of the secret by intent: npm run square -- secret replace',
	)
