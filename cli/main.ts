import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseExists, isDatabaseFile, migrate } from '@/db'
import { isEmpty, loadDemo } from '@/demo/load'
import { resetFactorsByEmail } from '@/domain/factors/factors'
import { addPerson, changePassword } from '@/domain/people'
import { recordSharedSecret, replaceSharedSecret } from '@/domain/shared-secret'
import { makeSignInLink, SIGN_IN_LINK_MINUTES } from '@/domain/sign-in-links'
import { env } from '@/lib/env'
import { isRefusal } from '@/lib/refusal'
import { ROLES, type Role } from '@/lib/roles'
import { createSecret } from '@/lib/secret'
import { isStartRefusal } from '@/lib/start-refusal'
import { backup, restore, verify } from './backup/commands'
import { doctor } from './doctor'
import { copyMedia } from './media-copy'
import { move } from './move'
import { removeDemo } from './remove-demo'
import { checkSearchIndex, rebuildSearchIndex } from './search'

const HELP = `npm run square -- COMMAND

  user add --email E --name N --role R --password-stdin
                adds a person who can sign in; R is one of ${ROLES.join(', ')}
  user password --email E --password-stdin
                gives a person a new password and ends their sessions
  user sign-in-link --email E
                prints a link that signs a person in once, without their password
  user reset-factors --email E
                removes a person's authenticator app, passkeys and recovery codes, who has lost them
  secret replace
                records this installation's secret as the site's after a change, for sites on PostgreSQL
  migrate       brings the database to this release
  seed demo     loads the demo edition into an empty database
  remove-demo [--yes]
                tells what leaves with the demo edition, and with --yes removes it
  backup FILE   writes database, photographs, settings and secret to one new file, while the site runs
  verify FILE   reads a backup and checks that it can be restored; needs no site
  restore FILE  unpacks a backup into an empty data folder
                (these three for SQLite; docs/deploy.md has the commands for PostgreSQL)
  media copy --to s3://BUCKET/FOLDER | --from s3://BUCKET/FOLDER
                copies the photographs between the data folder and an S3-compatible store, with their
                hashes checked; a repeated run copies what is missing
  move --to postgres://USER:PASSWORD@HOST/DATABASE [--replace-characters]
                copies the stopped site from SQLite into an empty PostgreSQL database, and compares all rows
  move --to sqlite:FOLDER
                copies the stopped site of DATABASE_URL into a data folder, with photographs and secret
  search check  compares the index of the search with the stories, and reads it whole
  search rebuild
                makes the index of the search anew, while the site runs
  doctor        checks the installation and lists its faults
  help          this page

Settings come from the environment: DATA_DIR (./data) and the others that README lists.`

const COMMANDS: Record<string, (args: string[]) => Promise<void> | void> = {
	'user add': addUser,
	'user password': setPassword,
	'user sign-in-link': signInLink,
	'user reset-factors': removeFactors,
	'secret replace': replaceSecret,
	migrate: async () => {
		await openDatabase()
		console.log('The database is at this release.')
	},
	'seed demo': seedDemo,
	'remove-demo': removeDemo,
	backup,
	verify,
	restore,
	'media copy': copyMedia,
	move,
	'search check': checkSearchIndex,
	'search rebuild': rebuildSearchIndex,
	doctor: async () => {
		process.exitCode = (await doctor()) ? 0 : 1
	},
	help: () => console.log(HELP),
}

// As a child of the server (`seed demo` on first start) this program exits with its parent.
process.once('disconnect', () => process.exit(1))
if (process.connected === false) process.exit(1)
process.channel?.unref()
// Files created in the data folder are accessible to their owner only.
process.umask(0o077)
await main(process.argv.slice(2))

async function main(words: string[]): Promise<void> {
	const name = [words.slice(0, 2).join(' '), words[0] ?? 'help'].find((each) => each in COMMANDS)
	const command = name ? COMMANDS[name] : undefined
	if (!name || !command) return refuse(`There is no command “${words.join(' ')}”.\n\n${HELP}`)
	try {
		await command(words.slice(name.split(' ').length))
	} catch (error) {
		if (
			isRefusal(error) ||
			isStartRefusal(error) ||
			(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
		)
			return refuse((error as Error).message)
		throw error
	} finally {
		await closeDatabase()
	}
}

/** Migrates; creates the secret with a new database, since a start refuses people without a secret. */
async function openDatabase(): Promise<void> {
	const isNew = !(await databaseExists())
	await migrate()
	if (isNew && env.secretFile) createSecret(env.secretFile)
	if (isNew && !isDatabaseFile) await recordSharedSecret()
}

async function replaceSecret(): Promise<void> {
	await openDatabase()
	await replaceSharedSecret()
	console.log('Servers start with this secret. Give it to all of them, and start them again.')
}

async function addUser(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: {
			email: { type: 'string' },
			name: { type: 'string' },
			role: { type: 'string', default: 'reader' },
			'password-stdin': { type: 'boolean', default: false },
		},
	})
	const { email, name, role } = values
	if (!email || !name || !values['password-stdin'])
		return refuse(
			'Please give --email, --name and --password-stdin (the password is read from standard input).',
		)
	if (!ROLES.includes(role as Role)) return refuse(`A role is one of ${ROLES.join(', ')}.`)
	await openDatabase()
	await addPerson({ email, name, role: role as Role, password: readPassword() })
	console.log(`${name} can sign in as ${role}.`)
}

function readPassword(): string {
	return readFileSync(0, 'utf8').replace(/\r?\n$/, '')
}

async function setPassword(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: { email: { type: 'string' }, 'password-stdin': { type: 'boolean', default: false } },
	})
	const { email } = values
	if (!email || !values['password-stdin'])
		return refuse('Please give --email and --password-stdin (the password is read from standard input).')
	await openDatabase()
	await changePassword(email, readPassword())
	console.log(`${email} can sign in with the new password; all earlier sessions have ended.`)
}

async function signInLink(args: string[]): Promise<void> {
	const { email } = parseArgs({ args, options: { email: { type: 'string' } } }).values
	if (!email) return refuse('Please give --email.')
	await openDatabase()
	const link = await makeSignInLink(email)
	console.log(`This link signs ${email} in, once, for ${SIGN_IN_LINK_MINUTES} minutes:`)
	console.log(`  ${env.siteUrl}/sign-in?link=${link}&next=/desk`)
}

async function removeFactors(args: string[]): Promise<void> {
	const { email } = parseArgs({ args, options: { email: { type: 'string' } } }).values
	if (!email) return refuse('Please give --email.')
	await openDatabase()
	await resetFactorsByEmail(email)
	console.log(`${email} can sign in with the password alone.`)
}

async function seedDemo(): Promise<void> {
	await openDatabase()
	if (!(await isEmpty()))
		return refuse('The database already holds stories; the demo edition goes into an empty one.')
	await loadDemo()
	console.log('The demo edition is loaded.')
}

function refuse(message: string): void {
	console.error(message)
	process.exitCode = 2
}
