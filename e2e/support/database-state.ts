import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { env } from '@/lib/env'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'

/** The rows of a database at one time. */
export type DatabaseState = {
	/** Puts the rows back, if any has changed, and empties the caches. */
	restore: () => void
	/** Whether another connection has committed since the last `restore`. */
	isTouched: () => boolean
	/** Hash of all rows of all tables. */
	hash: () => string
	close: () => void
}

type Table = { name: string; withoutRowid: 0 | 1 }
type Trigger = { name: string; sql: string }

/** Copies all rows of the database, in memory; tests that send many forms start each one from the same rows. */
export function keepDatabase(): DatabaseState {
	// Foreign keys are off: tables are emptied and filled in any order.
	const db = new Database(env.databaseFile)
	db.pragma('foreign_keys = OFF')
	db.pragma('synchronous = OFF')
	// The rows of an index of words are in its shadow tables, which are otherwise read-only.
	db.unsafeMode()
	const tables = db
		.prepare<[], Table>(
			"select name, wr as withoutRowid from pragma_table_list where schema = 'main' and type in ('table', 'shadow') and name not like 'sqlite_%' order by name",
		)
		.all()
	const triggers = db
		.prepare<[], Trigger>("select name, sql from sqlite_master where type = 'trigger' order by name")
		.all()
	db.exec("attach ':memory:' as kept")
	for (const { name } of tables) db.exec(`create table kept."of ${name}" as select * from main."${name}"`)
	// Triggers keep histories from being changed and deleted.
	const program = [
		'begin immediate',
		...triggers.map(({ name }) => `drop trigger main."${name}"`),
		...tables.map(({ name }) => `delete from main."${name}"`),
		...tables.map(({ name }) => `insert into main."${name}" select * from kept."of ${name}"`),
		...triggers.map(({ sql }) => sql),
		'commit',
	].join(';\n')
	const version = () => Number(db.pragma('data_version', { simple: true }))
	let seen = version()
	const isTouched = () => version() !== seen
	return {
		restore: () => {
			if (!isTouched()) return
			db.exec(program)
			seen = version()
			invalidate({ immediate: [ALL_TAGS], deferred: [] })
		},
		isTouched,
		hash: () => {
			const hash = createHash('sha256')
			// A table without row ids is read in the order of its primary key.
			for (const { name, withoutRowid } of tables)
				hash.update(
					JSON.stringify(db.prepare(`select * from "${name}" ${withoutRowid ? '' : 'order by rowid'}`).all()),
				)
			return hash.digest('hex')
		},
		close: () => db.close(),
	}
}
