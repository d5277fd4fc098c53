/** Error that prevents a start; the message gives the finding and the remedy. */
export class StartRefusal extends Error {
	constructor(
		found: string,
		remedy: string,
		/** Whether the cause may pass by itself, so that a supervisor may restart the process. */
		readonly transient = false,
	) {
		super(`${found}\n${remedy}`)
		this.name = 'StartRefusal'
	}
}

/** Compares by name, because the bundles of server and pages each contain the class. */
export const isStartRefusal = (error: unknown): error is StartRefusal =>
	error instanceof Error && error.name === 'StartRefusal'

/** Remedy for lost or damaged data. */
export const RESTORE = 'Restore a backup into an empty data folder: npm run square -- restore FILE'

/** Refusal for a file that cannot be opened, most often because another user owns it. */
export const unreadableFile = (path: string, error: unknown): StartRefusal =>
	new StartRefusal(
		`${path} cannot be opened (${(error as Error).message}).`,
		'The user that runs the server must own everything in the data folder: chown -R USER FOLDER',
	)
