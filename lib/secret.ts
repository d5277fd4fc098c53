import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeFileDurably } from './fsync'
import { StartRefusal, unreadableFile } from './start-refusal'

const SECRET_BYTES = 32
/** Minimum length in characters: 80 bits in hexadecimal digits, beyond guessing; generated secrets have 64. */
export const SECRET_LENGTH_MIN = 20

const LOSS = 'Readers can then no longer change the votes they gave before.'
const makeNewSecret = (path: string): string => `make a new one: openssl rand -hex 32 > ${path}. ${LOSS}`

/** Refusal for a used site without its secret; a new one is made by hand only, since readers lose their votes. */
export const lostSecret = (path: string, holds: string): StartRefusal =>
	new StartRefusal(
		`The database holds ${holds}, but its secret ${path} is missing, and SQUARE_SECRET is not set.`,
		`Nothing was changed. Bring back the secret of a backup, or set SQUARE_SECRET as before. Without either, ${makeNewSecret(path)}`,
	)

/** Generates the installation's secret if missing. The caller holds the server lock. */
export function createSecret(path: string): void {
	if (!existsSync(path)) writeFileDurably(path, randomBytes(SECRET_BYTES).toString('hex'))
}

/** Reads the secret file. @throws StartRefusal for a missing, empty or short secret, which could be guessed */
export function readSecret(path: string): string {
	if (!existsSync(path))
		throw new StartRefusal(
			`The secret ${path} is missing.`,
			'The first start of a site makes one. For a site that was in use, bring back the secret of its backup.',
		)
	const secret = read(path).trim()
	if (secret.length < SECRET_LENGTH_MIN)
		throw new StartRefusal(
			`The secret ${path} is ${secret ? `too short (${secret.length} characters)` : 'empty'}, as after a power cut or on a full disk.`,
			`Bring back the secret of a backup. Without one, ${makeNewSecret(path)}`,
		)
	return secret
}

/** Returns `given`. @throws StartRefusal if it is shorter than `SECRET_LENGTH_MIN` characters */
export function validateSecret(given: string): string {
	if (given.trim().length < SECRET_LENGTH_MIN)
		throw new StartRefusal(
			`SQUARE_SECRET has ${given.trim().length} characters; at least ${SECRET_LENGTH_MIN} are needed.`,
			'Set a longer one, for example the output of: openssl rand -hex 32',
		)
	return given
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8')
	} catch (error) {
		throw unreadableFile(path, error)
	}
}
