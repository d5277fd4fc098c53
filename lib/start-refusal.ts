/** An installation that must not be used as it is: the message gives the finding and the remedy. */
export class StartRefusal extends Error {
	constructor(
		found: string,
		remedy: string,
		/** Whether the cause can pass without an administrator, so that a supervisor may start again. */
		readonly transient = false,
	) {
		super(`${found}\n${remedy}`)
		this.name = 'StartRefusal'
	}
}

/** Compared by name: the bundles of server and pages each contain the class. */
export const isStartRefusal = (error: unknown): error is StartRefusal =>
	error instanceof Error && error.name === 'StartRefusal'

/** The remedy for lost or damaged data, shared by every refusal that ends in it. */
export const RESTORE = 'Restore a backup into an empty data folder: npm run square -- restore FILE'

/** A file that cannot be opened, most often because another user made it. */
export const unreadableFile = (path: string, error: unknown): StartRefusal =>
	new StartRefusal(
		`${path} cannot be opened (${(error as Error).message}).`,
		'The user that runs the server must own everything in the data folder: chown -R USER FOLDER',
	)
